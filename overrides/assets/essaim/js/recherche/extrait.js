// The passage of a sheet that says most of what was looked for.

/** @import { Found } from "./moteur.js" */

const EXCERPT_WORDS = 32;

/**
 * The passage of a sheet that holds most of the words looked for, as pieces of text, marked or not.
 * @param {Found} found
 * @returns {Promise<{ text: string, marked: boolean }[]>}
 */
export async function excerpt(found) {
  if (!found.hits.length) return [];
  /** @type {Map<number, number>} place of a word → which of the query's words it is */
  const places = new Map();
  let words = /** @type {string[]} */ ([]);
  for (const [word, { result }] of found.hits.entries()) {
    // One after the other: Pagefind hands out one object a sheet and rewrites its locations at each call.
    const fragment = await result.data();
    words = fragment.content.split(/\s+/);
    for (const place of fragment.locations) places.set(place, word);
  }
  const start = bestWindow([...places.keys()].sort((a, b) => a - b), places);
  const end = Math.min(words.length, start + EXCERPT_WORDS);
  const pieces = [];
  for (let place = start; place < end; place += 1) {
    pieces.push({ text: words[place], marked: places.has(place) }, { text: " ", marked: false });
  }
  if (start > 0) pieces.unshift({ text: "… ", marked: false });
  if (end < words.length) pieces.push({ text: "…", marked: false });
  return pieces;
}

/** @param {number[]} sorted @param {Map<number, number>} places */
function bestWindow(sorted, places) {
  let best = { start: 0, distinct: -1 };
  for (const first of sorted) {
    const inside = sorted.filter((place) => place >= first && place < first + EXCERPT_WORDS - 6);
    const distinct = new Set(inside.map((place) => places.get(place))).size;
    if (distinct > best.distinct) best = { start: Math.max(0, first - 6), distinct };
  }
  return best.start;
}
