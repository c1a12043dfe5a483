// The passage of a sheet that says most of what was looked for.

import { load } from "./chargement.js";
import { fold } from "./requete.js";

/** @import { Found, Sheet } from "./moteur.js" */

const LONGEST = 40;
const BEFORE = 8;

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
  const first = words.findIndex((parts) => parts.some(({ marked }) => marked));
  const start = words.length > LONGEST ? Math.max(0, Math.min(first - BEFORE, words.length - LONGEST)) : 0;
  const end = Math.min(words.length, start + LONGEST);
  const pieces = words.slice(start, end).flatMap((parts) => [...parts, { text: " ", marked: false }]);
  if (start > 0) pieces.unshift({ text: "… ", marked: false });
  if (end < words.length) pieces.push({ text: "…", marked: false });
  return pieces;
}
