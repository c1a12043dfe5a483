// What a query means: terms of the vocabularies, other words for the sheets' words, typing slips put right.

import { contentWords, fold, isHollow, keyOf, stem } from "./requete.js";

/**
 * @typedef {{ facet: string, code: string, label: string, typed: string }} Recognised
 * @typedef {{ typed: string, word: string }} Correction
 * @typedef {{ text: string, weight: number }} Variant a word or an expression to ask for instead, and what it is worth
 * @typedef {{ typed: string, variants: Variant[] }} Concept one thing the query speaks of
 * @typedef {{ concepts: Concept[], terms: Recognised[], corrections: Correction[] }} Plan
 * @typedef {{ terms: Omit<Recognised, "typed">[], words: string[] }} Meaning
 */

const LONGEST_EXPRESSION = 5;
// A word is of the sheets' when one of theirs begins like it, up to a French ending.
const FAMILY = 5;
const ENDING = 3;
const WEIGHTS = { typed: 1, corrected: 0.9, lexicon: 0.8, acronym: 0.6, label: 0.7 };

export class Lexicon {
  /** @param {{ mots: string, termes: string[][], lexique: string[][], sigles: string[][] }} data */
  constructor(data) {
    /** @type {Map<string, Meaning>} key of an expression → what it means */
    this.meanings = new Map();
    this.words = decode(data.mots);
    this.known = new Set(this.words);
    this.stems = new Set(this.words.map(stem));
    const names = [...data.termes.flatMap(([, , ...all]) => all), ...data.lexique.flat()].map(fold);
    this.candidates = [...new Set([...this.words, ...names.filter((name) => /^[a-z]{4,}$/.test(name))])];
    for (const [facet, code, label, ...names] of data.termes) {
      for (const name of [label, ...names].filter((one) => !isHollow(one))) this.#meaning(name).terms.push({ facet, code, label });
    }
    for (const [words, ...names] of data.lexique) for (const name of names.filter((one) => !isHollow(one))) this.#meaning(name).words.push(words);
    this.meant = new Set([...this.meanings.keys()].flatMap((key) => key.split(" ")));
    /** @type {Map<string, string>} */
    this.acronyms = new Map(data.sigles.map(([acronym, standsFor]) => [fold(acronym), standsFor]));
  }

  /** @param {string} expression */
  #meaning(expression) {
    const key = keyOf(expression);
    const found = this.meanings.get(key) ?? { terms: [], words: [] };
    this.meanings.set(key, found);
    return found;
  }

  /**
   * What a query asks for. `refused` holds the readings the reader undid: `facet:code` of terms, typed words of corrections.
   * @param {string} query @param {Set<string>} refused
   * @returns {Plan}
   */
  plan(query, refused) {
    /** @type {Plan} */
    const plan = { concepts: [], terms: [], corrections: [] };
    const typed = contentWords(query);
    const words = typed.map((word) => this.#corrected(word, refused, plan));
    const stems = words.map((word) => stem(fold(word)));
    const covered = new Set();
    for (let length = Math.min(LONGEST_EXPRESSION, words.length); length > 0; length -= 1) {
      for (let start = 0; start + length <= words.length; start += 1) {
        const meaning = this.meanings.get(stems.slice(start, start + length).join(" "));
        const places = Array.from({ length }, (_, place) => start + place);
        if (!meaning || places.every((place) => covered.has(place))) continue;
        if (length > 1) for (const place of places) covered.add(place);
        this.#understand(meaning, typed.slice(start, start + length).join(" "), refused, plan);
      }
    }
    words.forEach((word, place) => {
      const standsFor = this.acronyms.get(fold(word));
      /** @type {Variant[]} */
      const variants = [];
      // Asked for a word the sheets do not have, Pagefind falls back on its first letters: noise.
      if (this.#isInSheets(fold(word)) || words.length === 1) variants.push({ text: word, weight: word === typed[place] ? WEIGHTS.typed : WEIGHTS.corrected });
      if (standsFor) variants.push({ text: standsFor, weight: WEIGHTS.acronym });
      for (const other of this.meanings.get(stems[place])?.words ?? []) variants.push({ text: other, weight: WEIGHTS.lexicon });
      plan.concepts.push({ typed: typed[place], variants });
    });
    return plan;
  }

  /** @param {Meaning} meaning @param {string} typed @param {Set<string>} refused @param {Plan} plan */
  #understand(meaning, typed, refused, plan) {
    for (const term of meaning.terms) {
      if (refused.has(`${term.facet}:${term.code}`)) continue;
      if (plan.terms.some((one) => one.facet === term.facet && one.code === term.code)) continue;
      plan.terms.push({ ...term, typed });
    }
    if (typed.includes(" ")) {
      for (const words of meaning.words) plan.concepts.push({ typed, variants: [{ text: words, weight: WEIGHTS.lexicon }] });
    }
  }

  /** A word unknown to the sheets and to the lexicon → the nearest one they know. @param {string} word @param {Set<string>} refused @param {Plan} plan */
  #corrected(word, refused, plan) {
    const folded = fold(word);
    if (refused.has(folded) || this.#isKnown(folded)) return word;
    const near = nearest(folded, this.candidates);
    if (!near) return word;
    plan.corrections.push({ typed: word, word: near });
    return near;
  }

  /** @param {string} folded */
  #isKnown(folded) {
    return folded.length < 4 || /\d/.test(folded) || this.acronyms.has(folded) || this.meant.has(stem(folded)) || this.#isInSheets(folded);
  }

  /** Whether the sheets hold a word, one of its forms, or one of its family. @param {string} folded */
  #isInSheets(folded) {
    if (this.known.has(folded) || this.stems.has(stem(folded))) return true;
    const family = folded.slice(0, Math.max(FAMILY, folded.length - ENDING));
    return this.words.some((word) => word.startsWith(family));
  }
}

/** @param {string} coded front-coded words: see `front_coded` in scripts/catalogue/lexicon.py */
function decode(coded) {
  let before = "";
  return coded ? coded.split(" ").map((one) => (before = before.slice(0, parseInt(one[0], 36)) + one.slice(1))) : [];
}

/**
 * The word most likely meant by a slip of the finger or of the ear; none when nothing is near enough.
 * @param {string} word @param {string[]} words
 */
export function nearest(word, words) {
  const allowed = word.length >= 7 ? 1.5 : 1;
  let best = "";
  let least = allowed + 0.01;
  for (const candidate of words) {
    if (Math.abs(candidate.length - word.length) > 2 || (word.length < 6 && candidate[0] !== word[0])) continue;
    const away = slip(word, candidate, allowed) + (candidate[0] === word[0] ? 0 : 0.3);
    if (away < least) {
      best = candidate;
      least = away;
    }
  }
  return best;
}

const VOWELS = /[aeiouy]/;
const SOUND_ALIKE = ["sc", "sz", "ck", "kq", "gj", "fp", "mn", "td", "bp", "yi"];
const COST = { doubled: 0.4, silent: 0.7, vowel: 0.7, alike: 0.6, swapped: 0.7, other: 1 };

/**
 * Damerau–Levenshtein distance (optimal string alignment) where likely slips cost less: a letter doubled or not, a
 * vowel for another, letters that sound alike, two letters swapped. Given up past `limit`.
 * @param {string} a @param {string} b @param {number} limit
 */
export function slip(a, b, limit) {
  let twoBack = /** @type {number[]} */ ([]);
  let back = [0];
  for (let j = 1; j <= b.length; j += 1) back[j] = back[j - 1] + oneMore(b, j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [back[0] + oneMore(a, i)];
    for (let j = 1; j <= b.length; j += 1) {
      row[j] = Math.min(back[j] + oneMore(a, i), row[j - 1] + oneMore(b, j), back[j - 1] + instead(a[i - 1], b[j - 1]));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], twoBack[j - 2] + COST.swapped);
    }
    if (Math.min(...row) > limit) return limit + 1;
    [twoBack, back] = [back, row];
  }
  return back[b.length];
}

/** What a letter too many, or too few, costs. @param {string} word @param {number} place 1-based */
function oneMore(word, place) {
  const letter = word[place - 1];
  if (letter === word[place - 2] || letter === word[place]) return COST.doubled;
  return letter === "h" || (place === word.length && "estx".includes(letter)) ? COST.silent : COST.other;
}

/** What a letter for another costs. @param {string} a @param {string} b */
function instead(a, b) {
  if (a === b) return 0;
  if (SOUND_ALIKE.includes(a + b) || SOUND_ALIKE.includes(b + a)) return COST.alike;
  return VOWELS.test(a) && VOWELS.test(b) ? COST.vowel : COST.other;
}
