// The plan of a query → pages, best first. Pagefind scores one word at a time; here the words are put together.

import { contentWords } from "./requete.js";

/** @import { Concept, Plan, Recognised, Variant } from "./lexique.js" */
/** @import { Found, Hit, Index, PagefindResult, Reason } from "./moteur.js" */

/** @typedef {{ score: number, hits: Hit[], reason: Reason }} Reading what a page is worth for one concept */
/** @typedef {(word: string) => Promise<{ results: PagefindResult[] }>} Ask */

export const WEIGHTS = {
  /** What carrying a recognised term adds, in rarities. */
  term: 0.3,
  /** Exponent of a word's share of its best score. Below 1, that a sheet holds a word counts for more than how often. */
  share: 0.7,
  /** Exponent of BM25's idf. Sentences are full of rare words that say little: several plain words outweigh one of them. */
  rarity: 0.7,
  /** What the words of the query met within `span` words of one another add, in rarities. */
  together: 0.5,
  /** Exponent of the share of the query that a page answers. */
  coverage: 0.0,
};
const SPAN = 12;

/**
 * Every page that answers something of the plan, best first. Each thing the query speaks of adds its best reading; a
 * recognised term adds its rarity to the sheets that carry it; words that stand together add theirs once more. No word
 * is compulsory.
 * @param {Plan} plan @param {Index} index @param {Ask} ask
 * @returns {Promise<Found[]>}
 */
export async function rank(plan, index, ask) {
  const known = remembered((word) => askWord(word, index, ask));
  const readings = await Promise.all(plan.concepts.map((concept) => readConcept(concept, known)));
  /** @type {Map<number, Found>} */
  const found = new Map();
  const at = (/** @type {number} */ page) => {
    const one = found.get(page) ?? { rank: page, score: 0, hits: [], reasons: [], terms: [] };
    found.set(page, one);
    return one;
  };
  const worths = readings.map((reading) => Math.max(0, ...[...reading.values()].map((one) => one.score)));
  const whole = worths.reduce((sum, worth) => sum + worth, 0) || 1;
  /** @type {Map<number, number>} */
  const covered = new Map();
  readings.forEach((reading, place) => {
    for (const [page, { score, hits, reason }] of reading) {
      const one = at(page);
      one.score += score;
      one.hits.push(...hits);
      one.reasons.push(reason);
      covered.set(page, (covered.get(page) ?? 0) + worths[place]);
    }
  });
  for (const one of found.values()) {
    one.score += WEIGHTS.together * together(one.rank, index.longueurs[one.rank], readings, worths);
    one.score *= ((covered.get(one.rank) ?? 0) / whole) ** WEIGHTS.coverage;
  }
  for (const term of plan.terms) addTerm(term, index, at);
  return [...found.values()].sort((a, b) => b.score - a.score || a.rank - b.rank);
}

/** @template T @param {(word: string) => T} ask */
function remembered(ask) {
  /** @type {Map<string, T>} */
  const answers = new Map();
  return (/** @type {string} */ word) => {
    const answer = answers.get(word) ?? ask(word);
    answers.set(word, answer);
    return answer;
  };
}

/** How rare what `count` of `total` sheets hold is. @param {number} count @param {number} total */
function rarity(count, total) {
  return Math.log(1 + (total - count + 0.5) / (count + 0.5)) ** WEIGHTS.rarity;
}

/**
 * A word's pages, each with its share of the best score, times the word's rarity among sheets.
 * @param {string} word @param {Index} index @param {Ask} ask
 * @returns {Promise<Map<number, { score: number, hits: Hit[] }>>}
 */
async function askWord(word, index, ask) {
  const { results } = await ask(word);
  const known = results.filter((result) => result.id in index.fragments);
  const sheets = known.filter((result) => index.fragments[result.id] < index.fiches.length);
  const best = Math.max(...(sheets.length ? sheets : known).map((result) => result.score)) || 1;
  const worth = rarity(sheets.length, index.fiches.length);
  return new Map(known.map((result) => [index.fragments[result.id], { score: worth * Math.min(1, result.score / best) ** WEIGHTS.share, hits: [{ word, result }] }]));
}

/**
 * Each page's best reading of a concept.
 * @param {Concept} concept @param {(word: string) => ReturnType<typeof askWord>} known
 */
async function readConcept(concept, known) {
  /** @type {Map<number, Reading>} */
  const best = new Map();
  const readings = await Promise.all(concept.variants.map((variant) => readVariant(variant, known)));
  readings.forEach((reading, place) => {
    const reason = { typed: concept.typed, word: concept.variants[place].text };
    for (const [page, one] of reading) if (one.score > (best.get(page)?.score ?? 0)) best.set(page, { ...one, reason });
  });
  return best;
}

/**
 * A variant's pages. An expression's words share its weight, so that a long one does not outweigh a word.
 * @param {Variant} variant @param {(word: string) => ReturnType<typeof askWord>} known
 */
async function readVariant(variant, known) {
  const words = contentWords(variant.text);
  const answers = await Promise.all(words.map(known));
  /** @type {Map<number, { score: number, hits: Hit[] }>} */
  const sum = new Map();
  for (const answer of answers) {
    for (const [page, { score, hits }] of answer) {
      const one = sum.get(page) ?? { score: 0, hits: [] };
      sum.set(page, { score: one.score + (score * variant.weight) / Math.sqrt(words.length), hits: [...one.hits, ...hits] });
    }
  }
  return sum;
}

/**
 * The most that a page says of the query within a few words: the sum of what each concept met there is worth, less the
 * greatest, for one alone is no company.
 * @param {number} page @param {number} length in words: the places beyond are hidden texts', where neighbours mean nothing
 * @param {Map<number, Reading>[]} readings @param {number[]} worths
 */
function together(page, length, readings, worths) {
  const places = readings
    .flatMap((reading, concept) => (reading.get(page)?.hits ?? []).flatMap(({ result }) => result.words.filter((place) => place < length).map((place) => ({ place, concept }))))
    .sort((a, b) => a.place - b.place);
  let most = 0;
  for (let first = 0; first < places.length; first += 1) {
    const met = new Set();
    for (let next = first; next < places.length && places[next].place < places[first].place + SPAN; next += 1) met.add(places[next].concept);
    if (met.size < 2) continue;
    const values = [...met].map((concept) => worths[concept]);
    most = Math.max(most, values.reduce((sum, value) => sum + value, 0) - Math.max(...values));
  }
  return most;
}

/** @param {Recognised} term @param {Index} index @param {(page: number) => Found} at */
function addTerm(term, index, at) {
  const facet = index.facettes.findIndex((one) => one.nom === term.facet);
  const value = index.facettes[facet].termes.findIndex((one) => one.code === term.code);
  const carrying = index.fiches.flatMap((sheet, page) => (sheet.valeurs[facet].includes(value) ? [page] : []));
  const worth = WEIGHTS.term * rarity(carrying.length, index.fiches.length);
  for (const page of carrying) {
    at(page).score += worth;
    at(page).terms.push(index.facettes[facet].termes[value]);
  }
}
