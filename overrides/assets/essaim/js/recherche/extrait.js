// The passage of a sheet that says most of what was looked for.

import { load } from "./chargement.js";
import { fold } from "./requete.js";

/** @import { Found, Sheet } from "./moteur.js" */

/** What fits the lines kept for it, three on a phone and two on a desk: a card that grew would move the next one under a finger. */
const LONGEST = matchMedia("(min-width: 48em)").matches ? 28 : 18;
const BEFORE = 4;

/**
 * The passage as pieces of text, marked or not; nothing when the card already says it.
 * @param {Found} found @param {Sheet} sheet
 * @returns {Promise<{ text: string, marked: boolean }[]>}
 */
export async function excerpt(found, sheet) {
  if (!found.passage) return [];
  /** @type {Record<string, string>} */
  const passages = await load(`passages/${sheet.code}.json`);
  const text = passages[found.passage];
  if (!text) return [];
  const forms = new Set(found.forms);
  const words = text.split(/\s+/).map((word) => word.split(/(?<![\p{L}\p{N}])(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}])(?![\p{L}\p{N}])/u).map((part) => ({ text: part, marked: forms.has(fold(part)) })));
  const start = startOf(words.map((parts) => parts.some(({ marked }) => marked)));
  const end = Math.min(words.length, start + LONGEST);
  const pieces = words.slice(start, end).flatMap((parts) => [...parts, { text: " ", marked: false }]);
  if (start > 0) pieces.unshift({ text: "… ", marked: false });
  if (end < words.length) pieces.push({ text: "…", marked: false });
  return pieces;
}

/** Where the window that shows most marked words starts, the first of its equals. @param {boolean[]} marked word by word */
function startOf(marked) {
  const last = Math.max(0, marked.length - LONGEST);
  let best = 0;
  let most = -1;
  for (const [place, isMarked] of marked.entries()) {
    if (!isMarked) continue;
    const start = Math.min(Math.max(0, place - BEFORE), last);
    const count = marked.slice(start, start + LONGEST).filter(Boolean).length;
    if (count > most) [best, most] = [start, count];
  }
  return best;
}
