// Ranks and counts. Text goes to Pagefind, one word at a time; facets, counts and lists come from our own small index.

import { Lexicon } from "./lexique.js";
import { contentWords } from "./requete.js";

/** @import { Plan } from "./lexique.js" */

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
const TERM_WEIGHT = 0.6;
// Below 1, that a sheet holds a word counts for more than how often: same measure.
const SATURATION = 0.7;
// What a sheet is also called, and the other words for its terms: indexed beside its text, never shown.
const META_WEIGHTS = { noms: 2, mots: 0.5 };

/** @returns {Promise<Index>} */
export function loadIndex() {
  return load("index");
}

/** @type {Promise<Lexicon> | undefined} */
let lexicon;

/** The lexicon, downloaded at the first words typed. */
function loadLexicon() {
  lexicon ??= load("lexique").then((data) => new Lexicon(data));
  lexicon.catch(() => (lexicon = undefined));
  return lexicon;
}

/** @param {string} name */
async function load(name) {
  const answer = await fetch(new URL(`recherche/${name}.json`, ROOT), { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${name} ${answer.status}`);
  return answer.json();
}

/** @type {Promise<Pagefind> | undefined} */
let pagefind;

function loadPagefind() {
  pagefind ??= import(new URL("pagefind/pagefind.js", ROOT).href).then(async (module) => {
    await module.options({ ranking: { metaWeights: META_WEIGHTS } });
    await module.init();
    return module;
  });
  pagefind.catch(() => (pagefind = undefined));
  return pagefind;
}

/**
 * The sheets that answer a query, best first. Each thing the query speaks of adds its best reading: the scores Pagefind
 * gives one word, divided by the best of their list and weighted by the word's rarity. A recognised term adds its own rarity to the sheets that carry it. No word is compulsory.
 * @param {string} query @param {Index} index @param {Set<string>} refused readings the reader undid
 * @returns {Promise<{ found: Found[], plan: Plan } | null>} null when the query has no word
 */
export async function searchText(query, index, refused) {
  if (!contentWords(query).length) return null;
  if (!index.fiches.length) return { found: [], plan: { concepts: [], terms: [], corrections: [] } };
  const [engine, words] = await Promise.all([loadPagefind(), loadLexicon()]);
  const plan = words.plan(query, refused);
  /** @type {Map<number, Found>} */
  const found = new Map();
  const at = (/** @type {number} */ rank) => {
    const one = found.get(rank) ?? { rank, score: 0, hits: [] };
    found.set(rank, one);
    return one;
  };
  const asked = new Map();
  const ask = (/** @type {string} */ word) => {
    if (!asked.has(word)) asked.set(word, askWord(engine, word, index));
    return asked.get(word);
  };
  for (const concept of plan.concepts) {
    const readings = await Promise.all(concept.variants.map((variant) => read(variant, ask)));
    /** @type {Map<number, { score: number, hits: Found["hits"] }>} */
    const best = new Map();
    for (const reading of readings) {
      for (const [rank, one] of reading) if (one.score > (best.get(rank)?.score ?? 0)) best.set(rank, one);
    }
    for (const [rank, one] of best) {
      at(rank).score += one.score;
      at(rank).hits.push(...one.hits);
    }
  }
  for (const term of plan.terms) addTerm(term, index, at);
  const code = query.trim().toUpperCase();
  const coded = index.fiches.findIndex((sheet) => sheet.code === code);
  if (coded >= 0) at(coded).score = Infinity;
  return { found: [...found.values()].sort((a, b) => b.score - a.score || a.rank - b.rank), plan };
}

/**
 * How rare what `count` of `total` sheets hold is: the square root of BM25's idf. Sentences are full of rare words that
 * say little; the root lets several plain words outweigh one of them (measured on half the project's queries).
 * @param {number} count @param {number} total
 */
function rarity(count, total) {
  return Math.sqrt(Math.log(1 + (total - count + 0.5) / (count + 0.5)));
}

/**
 * A word's sheets, each with its share of the best score, times the word's rarity.
 * @param {Pagefind} engine @param {string} word @param {Index} index
 * @returns {Promise<Map<number, { score: number, hits: Found["hits"] }>>}
 */
async function askWord(engine, word, index) {
  const { results } = await engine.search(word);
  const known = results.filter((result) => result.id in index.fragments);
  const best = Math.max(...known.map((result) => result.score)) || 1;
  const worth = rarity(known.length, index.fiches.length);
  return new Map(known.map((result) => [index.fragments[result.id], { score: worth * (result.score / best) ** SATURATION, hits: [{ word, result }] }]));
}

/**
 * A variant's sheets. An expression's words share its weight, so that a long one does not outweigh a word.
 * @param {import("./lexique.js").Variant} variant @param {(word: string) => ReturnType<typeof askWord>} ask
 */
async function read(variant, ask) {
  const words = contentWords(variant.text);
  const answers = await Promise.all(words.map(ask));
  /** @type {Map<number, { score: number, hits: Found["hits"] }>} */
  const sum = new Map();
  for (const answer of answers) {
    for (const [rank, { score, hits }] of answer) {
      const one = sum.get(rank) ?? { score: 0, hits: [] };
      one.score += (score * variant.weight) / Math.sqrt(words.length);
      one.hits.push(...hits);
      sum.set(rank, one);
    }
  }
  return sum;
}

/** @param {import("./lexique.js").Recognised} term @param {Index} index @param {(rank: number) => Found} at */
function addTerm(term, index, at) {
  const facet = index.facettes.findIndex((one) => one.nom === term.facet);
  const value = index.facettes[facet].termes.findIndex((one) => one.code === term.code);
  const carrying = index.fiches.flatMap((sheet, rank) => (sheet.valeurs[facet].includes(value) ? [rank] : []));
  const worth = TERM_WEIGHT * rarity(carrying.length, index.fiches.length);
  for (const rank of carrying) at(rank).score += worth;
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
