// The nearest valid word to a wrong one, for « vouliez-vous dire »: Ratcliff and Obershelp's ratio, as Python's difflib.

import { piece } from "./phrases.js";
import { length } from "./textes.js";

/** @typedef {import("./modele.js").Model} Model */

/**
 * The closest of the allowed words, or nothing when none resembles. Case, accents and leading zeros count for nothing.
 * @param {Model} model @param {string} wrong @param {string[]} allowed
 * @returns {string | undefined}
 */
export function suggestion(model, wrong, allowed) {
  if (length(wrong) > model.seuils.echo) return undefined;
  /** @type {Map<string, string>} */
  const byKey = new Map();
  for (const option of allowed) if (!byKey.has(keyOf(option))) byKey.set(keyOf(option), option);
  const key = keyOf(wrong);
  if (byKey.has(key)) return byKey.get(key);
  /** @type {{ score: number, word: string } | undefined} */
  let best;
  for (const word of byKey.keys()) {
    const score = ratio(word, key);
    if (score >= model.seuils.proche && (!best || score > best.score || (score === best.score && word > best.word))) best = { score, word };
  }
  return best && byKey.get(best.word);
}

/**
 * « vouliez-vous dire … ? », then the list when it is short, else where to read it.
 * @param {Model} model @param {string} wrong @param {string[]} allowed @param {string} where
 */
export function remedyFor(model, wrong, allowed, where) {
  const near = suggestion(model, wrong, allowed);
  const parts = near === undefined ? [] : [piece(model, "proche", { proche: near })];
  if (allowed.length <= model.seuils.liste) parts.push(piece(model, "possibles", { liste: allowed.join(", ") }));
  else if (near === undefined) parts.push(piece(model, "ailleurs", { lieu: where }));
  return parts.join(" ");
}

/** @param {string} word */
const keyOf = (word) => word.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/^0+/, "");

/** @param {string} first @param {string} second */
function ratio(first, second) {
  const [a, b] = [[...first], [...second]];
  const total = a.length + b.length;
  return total ? (2 * common(a, b)) / total : 1;
}

/** Signs in common: the longest run, then the same on either side of it. @param {string[]} a @param {string[]} b @returns {number} */
function common(a, b) {
  const { i, j, size } = longestRun(a, b);
  if (!size) return 0;
  return size + common(a.slice(0, i), b.slice(0, j)) + common(a.slice(i + size), b.slice(j + size));
}

/** The longest run of signs found in both, the first in `a`, then in `b`. @param {string[]} a @param {string[]} b */
function longestRun(a, b) {
  const best = { i: 0, j: 0, size: 0 };
  let before = new Array(b.length + 1).fill(0);
  for (let i = 0; i < a.length; i += 1) {
    const now = new Array(b.length + 1).fill(0);
    for (let j = 0; j < b.length; j += 1) {
      if (a[i] !== b[j]) continue;
      now[j + 1] = before[j] + 1;
      if (now[j + 1] > best.size) Object.assign(best, { i: i - now[j + 1] + 1, j: j - now[j + 1] + 1, size: now[j + 1] });
    }
    before = now;
  }
  return best;
}
