// Ranks and counts. Text goes to Pagefind, one word at a time; facets, counts and lists come from our own small index.

import { contentWords } from "./requete.js";

/**
 * @typedef {{ code: string, libelle: string }} Term
 * @typedef {{ nom: string, libelle: string, termes: Term[] }} Facet
 * @typedef {{ id: string, titre: string, accroche: string, code: string, maj: string, graine: boolean, essaimages: number, valeurs: number[][] }} Sheet
 * @typedef {{ facettes: Facet[], fiches: Sheet[], fragments: Record<string, number> }} Index
 * @typedef {{ content: string, locations: number[] }} Fragment
 * @typedef {{ id: string, score: number, data: () => Promise<Fragment> }} PagefindResult
 * @typedef {{ options: (o: object) => Promise<void>, init: () => Promise<void>, search: (word: string) => Promise<{ results: PagefindResult[] }> }} Pagefind
 * @typedef {Map<string, Set<string>>} Selection facet name → chosen codes
 * @typedef {{ rank: number, score: number, hits: { word: string, result: PagefindResult }[] }} Found a sheet's rank in the index
 */

const ROOT = new URL("../../../../", import.meta.url);
const EXCERPT_WORDS = 32;

/** @returns {Promise<Index>} */
export async function loadIndex() {
  const answer = await fetch(new URL("recherche/index.json", ROOT), { cache: "no-cache" });
  if (!answer.ok) throw new Error(`index ${answer.status}`);
  return answer.json();
}

/** @type {Promise<Pagefind> | undefined} */
let pagefind;

function loadPagefind() {
  pagefind ??= import(new URL("pagefind/pagefind.js", ROOT).href).then(async (module) => {
    await module.init();
    return module;
  });
  pagefind.catch(() => (pagefind = undefined));
  return pagefind;
}

/**
 * The sheets that answer a query, best first: each word's scores divided by the best of its list, weighted by the
 * word's rarity (Robertson and Spärck Jones' idf, as BM25 has it), and summed. No word is compulsory.
 * @param {string} query
 * @param {Index} index
 * @returns {Promise<Found[] | null>} null when the query has no word
 */
export async function searchText(query, index) {
  const words = contentWords(query);
  if (!words.length) return null;
  if (!index.fiches.length) return [];
  const engine = await loadPagefind();
  const answers = await Promise.all(words.map((word) => engine.search(word)));
  const total = index.fiches.length;
  /** @type {Map<number, Found>} */
  const found = new Map();
  answers.forEach(({ results }, position) => {
    const known = results.filter((result) => result.id in index.fragments);
    const best = Math.max(...known.map((result) => result.score)) || 1;
    const rarity = Math.log(1 + (total - known.length + 0.5) / (known.length + 0.5));
    for (const result of known) {
      const rank = index.fragments[result.id];
      const one = found.get(rank) ?? { rank, score: 0, hits: [] };
      one.score += rarity * (result.score / best);
      one.hits.push({ word: words[position], result });
      found.set(rank, one);
    }
  });
  const code = query.trim().toUpperCase();
  const coded = index.fiches.findIndex((sheet) => sheet.code === code);
  if (coded >= 0) found.set(coded, { rank: coded, score: Infinity, hits: [] });
  return [...found.values()].sort((a, b) => b.score - a.score || a.rank - b.rank);
}

/**
 * Whether a sheet passes the chosen filters: any value inside a facet, every facet between them.
 * @param {Sheet} sheet @param {Selection} selection @param {Index} index @param {string} [except] a facet left out
 */
export function passes(sheet, selection, index, except) {
  return index.facettes.every((facet, position) => {
    const chosen = selection.get(facet.nom);
    if (!chosen?.size || facet.nom === except) return true;
    return sheet.valeurs[position].some((value) => chosen.has(facet.termes[value].code));
  });
}

/**
 * How many sheets each value would give, its own facet's other choices left out.
 * @param {Found[]} found @param {Selection} selection @param {Index} index
 * @returns {Map<string, number[]>} facet name → a count a term
 */
export function countFacets(found, selection, index) {
  const counts = new Map(index.facettes.map((facet) => [facet.nom, facet.termes.map(() => 0)]));
  index.facettes.forEach((facet, position) => {
    const own = /** @type {number[]} */ (counts.get(facet.nom));
    for (const { rank } of found) {
      const sheet = index.fiches[rank];
      if (passes(sheet, selection, index, facet.nom)) for (const value of sheet.valeurs[position]) own[value] += 1;
    }
  });
  return counts;
}

/** Every sheet, as if found: what a view without text starts from. @param {Index} index @returns {Found[]} */
export function everySheet(index) {
  return index.fiches.map((_, rank) => ({ rank, score: 0, hits: [] }));
}

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
