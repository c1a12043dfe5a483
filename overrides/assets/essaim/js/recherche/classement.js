// The plan of a query → pages, best first. One word at a time, then what the words say together.

import { contentWords } from "./requete.js";

/** @import { Concept, Plan, Recognised, Variant } from "./lecture.js" */
/** @import { Holding } from "./mots.js" */
/** @import { Found, Index, Reason } from "./moteur.js" */

/** @typedef {{ score: number, letters: string, forms: string[], reason: Reason }} Reading what a page is worth for one concept, and where it says it */
/** @typedef {(word: string) => Promise<Holding>} Ask */

const WEIGHTS = {
  /** What carrying a recognised term adds, in rarities. */
  term: 0.3,
  /** The same for a place: a number of a département is in no sheet's text. */
  place: 0.6,
  /** Exponent of BM25's idf. Sentences are full of rare words that say little: several plain words outweigh one of them. */
  rarity: 0.35,
  /** What the words of the query met in one passage add, in rarities. */
  together: 0.3,
  /** Passages' worth at which a word has said half of what it can say. */
  saturation: 3,
  /** Share of the best score below which a page shares a word with the query and nothing more. */
  least: 0.25,
  title: 5,
  names: 2,
  otherWords: 0.3,
  head: 3,
  situation: 5,
  step: 1.5,
  rest: 0.7,
};
const HIDDEN = "bc";
const PLACES = "territoires";

/** What a word found in a passage is worth, by the passage's letter. @param {string} letter */
function worthOf(letter) {
  if (letter === "a") return WEIGHTS.title;
  if (letter === "b") return WEIGHTS.names;
  if (letter === "c") return WEIGHTS.otherWords;
  if ("def".includes(letter)) return WEIGHTS.head;
  if (letter >= "g" && letter <= "r") return WEIGHTS.situation;
  return letter >= "s" && letter <= "y" ? WEIGHTS.step : WEIGHTS.rest;
}

/**
 * Every page that answers something of the plan, best first. Each thing the query speaks of adds its best reading; a
 * recognised term adds its rarity to the sheets that carry it; words that stand in one passage add theirs once more. No
 * word is compulsory.
 * @param {Plan} plan @param {Index} index @param {Ask} ask
 * @returns {Promise<Found[]>}
 */
export async function rank(plan, index, ask) {
  const known = remembered((word) => readWord(word, index, ask));
  const readings = await Promise.all(plan.concepts.map((concept) => readConcept(concept, known)));
  /** @type {Map<number, Found>} */
  const found = new Map();
  const at = (/** @type {number} */ page) => {
    const one = found.get(page) ?? { rank: page, score: 0, passage: "", forms: [], reasons: [], terms: [] };
    found.set(page, one);
    return one;
  };
  for (const reading of readings) {
    for (const [page, { score, forms, reason }] of reading) {
      const one = at(page);
      one.score += score;
      one.forms.push(...forms);
      one.reasons.push(reason);
    }
  }
  const worths = readings.map((reading) => Math.max(0, ...[...reading.values()].map((one) => one.score)));
  for (const one of found.values()) {
    const { passage, company } = bestPassage(one.rank, readings, worths);
    one.passage = passage;
    one.score += WEIGHTS.together * company;
  }
  for (const term of plan.terms) addTerm(term, index, at);
  const ranked = [...found.values()].sort((a, b) => b.score - a.score || a.rank - b.rank);
  return ranked.filter((one) => one.score >= WEIGHTS.least * ranked[0].score);
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
 * A word's pages, each with what its passages are worth, saturating, times the word's rarity among sheets.
 * @param {string} word @param {Index} index @param {Ask} ask
 * @returns {Promise<Map<number, { score: number, letters: string, forms: string[] }>>}
 */
async function readWord(word, index, ask) {
  const { forms, held } = await ask(word);
  const worth = rarity([...held.keys()].filter((page) => page < index.fiches.length).length, index.fiches.length);
  return new Map(
    [...held].map(([page, letters]) => {
      const said = [...new Set(letters)].reduce((sum, letter) => sum + worthOf(letter), 0);
      return [page, { score: (worth * said) / (said + WEIGHTS.saturation), letters, forms }];
    }),
  );
}

/**
 * Each page's best reading of a concept.
 * @param {Concept} concept @param {(word: string) => ReturnType<typeof readWord>} known
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
 * @param {Variant} variant @param {(word: string) => ReturnType<typeof readWord>} known
 */
async function readVariant(variant, known) {
  const words = contentWords(variant.text);
  const answers = await Promise.all(words.map(known));
  /** @type {Map<number, { score: number, letters: string, forms: string[] }>} */
  const sum = new Map();
  for (const answer of answers) {
    for (const [page, { score, letters, forms }] of answer) {
      const one = sum.get(page) ?? { score: 0, letters: "", forms: [] };
      sum.set(page, {
        score: one.score + (score * variant.weight) / Math.sqrt(words.length),
        letters: one.letters + letters,
        forms: [...one.forms, ...forms],
      });
    }
  }
  return sum;
}

/**
 * The passage of a page that says most of the query, and what its words add by their company there: the sum of what
 * each concept met is worth, less the greatest, for one alone is no company.
 * @param {number} page @param {Map<number, Reading>[]} readings @param {number[]} worths
 */
function bestPassage(page, readings, worths) {
  /** @type {Map<string, { sum: number, most: number }>} */
  const said = new Map();
  readings.forEach((reading, concept) => {
    for (const letter of new Set(reading.get(page)?.letters)) {
      if (HIDDEN.includes(letter)) continue;
      const one = said.get(letter) ?? { sum: 0, most: 0 };
      said.set(letter, { sum: one.sum + worths[concept], most: Math.max(one.most, worths[concept]) });
    }
  });
  let best = { passage: "", sum: 0, company: 0 };
  for (const [letter, { sum, most }] of said) {
    if (sum > best.sum) best = { passage: letter, sum, company: sum - most };
  }
  return best;
}

/** @param {Recognised} term @param {Index} index @param {(page: number) => Found} at */
function addTerm(term, index, at) {
  const facet = index.facettes.findIndex((one) => one.nom === term.facet);
  const value = index.facettes[facet].termes.findIndex((one) => one.code === term.code);
  const carrying = index.fiches.flatMap((sheet, page) => (sheet.valeurs[facet].includes(value) ? [page] : []));
  const worth = (term.facet === PLACES ? WEIGHTS.place : WEIGHTS.term) * rarity(carrying.length, index.fiches.length);
  for (const page of carrying) {
    at(page).score += worth;
    at(page).terms.push(index.facettes[facet].termes[value]);
  }
}
