// What a query means: terms of the vocabularies, other words for the sheets' words, typing slips put right.

import { nearest } from "./fautes.js";
import { commonWords, contentWords, fold, isHollow, keyOf, stem } from "./requete.js";

/** @import { Facet } from "./moteur.js" */
/** @import { Words } from "./mots.js" */

/**
 * @typedef {{ facet: string, code: string, label: string, typed: string }} Recognised
 * @typedef {{ typed: string, word: string }} Correction
 * @typedef {{ typed: string, standsFor: string }} Spelled an acronym of the glossary
 * @typedef {{ text: string, weight: number }} Variant a word or an expression to ask for instead, and what it is worth
 * @typedef {{ typed: string, variants: Variant[] }} Concept one thing the query speaks of
 * @typedef {{ concepts: Concept[], terms: Recognised[], corrections: Correction[], acronyms: Spelled[] }} Plan
 * @typedef {{ facet: string, code: string, label: string, names: string[] }} Named a term of a vocabulary and its other names
 * @typedef {{ terms: Named[], words: string[] }} Meaning
 * @typedef {{ termes: string[], lexique: string[], sigles: string[] }} Data see scripts/catalogue/lexicon.py
 */

const LONGEST_EXPRESSION = 5;
const LIKELY_SLIP = 0.7;
// Shorter, a beginning is too often another word.
const SHORTEST_SLIP = 6;
const WEIGHTS = { typed: 1, corrected: 0.9, lexicon: 0.65, acronym: 0.6, common: 0.3 };

export class Lexicon {
  /** @param {Data} data @param {Words} words @param {Facet[]} facets */
  constructor(data, words, facets) {
    this.words = words;
    /** @type {Named[]} */
    this.terms = data.termes.map((line) => {
      const [ranks, ...names] = line.split("|");
      const [facet, term] = ranks.split(" ").map(Number);
      const { code, libelle } = facets[facet].termes[term];
      return { facet: facets[facet].nom, code, label: libelle, names };
    });
    const meanings = data.lexique.map((line) => line.split("|"));
    /** @type {Map<string, Meaning>} key of an expression → what it means */
    this.meanings = new Map();
    for (const term of this.terms) for (const name of [term.label, ...term.names]) this.#meaning(name)?.terms.push(term);
    for (const [meant, ...names] of meanings) for (const name of names) this.#meaning(name)?.words.push(meant);
    this.meant = new Set([...this.meanings.keys()].flatMap((key) => key.split(" ")));
    const names = [...this.terms.flatMap((term) => [fold(term.label), ...term.names]), ...meanings.flat().map(fold)];
    this.candidates = [...new Set([...this.words.list, ...names.filter((name) => /^[a-z]{4,}$/.test(name))])];
    /** @type {Map<string, string>} */
    this.acronyms = new Map(data.sigles.map((line) => line.split("|")).map(([acronym, standsFor]) => [fold(acronym), standsFor]));
  }

  /** The meaning of an expression, to be added to; none when it says nothing without its stop words. @param {string} expression */
  #meaning(expression) {
    if (isHollow(expression)) return undefined;
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
    const plan = { concepts: [], terms: [], corrections: [], acronyms: [] };
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
      const variants = [{ text: word, weight: word === typed[place] ? WEIGHTS.typed : WEIGHTS.corrected }];
      if (standsFor) {
        variants.push({ text: standsFor, weight: WEIGHTS.acronym });
        plan.acronyms.push({ typed: typed[place], standsFor });
      }
      for (const other of this.meanings.get(stems[place])?.words ?? []) variants.push({ text: other, weight: WEIGHTS.lexicon });
      plan.concepts.push({ typed: typed[place], variants });
    });
    for (const word of commonWords(query).filter((one) => this.words.holds(fold(one)))) {
      plan.concepts.push({ typed: word, variants: [{ text: word, weight: WEIGHTS.common }] });
    }
    return plan;
  }

  /** @param {Meaning} meaning @param {string} typed @param {Set<string>} refused @param {Plan} plan */
  #understand(meaning, typed, refused, plan) {
    for (const term of meaning.terms) {
      if (refused.has(`${term.facet}:${term.code}`)) continue;
      if (plan.terms.some((one) => one.facet === term.facet && one.code === term.code)) continue;
      plan.terms.push({ facet: term.facet, code: term.code, label: term.label, typed });
    }
    if (typed.includes(" ")) {
      for (const words of meaning.words) plan.concepts.push({ typed, variants: [{ text: words, weight: WEIGHTS.lexicon }] });
    }
  }

  /** A word unknown to the sheets and to the lexicon → the nearest one they know. @param {string} word @param {Set<string>} refused @param {Plan} plan */
  #corrected(word, refused, plan) {
    const folded = fold(word);
    if (refused.has(folded) || this.#isKnown(folded)) return word;
    // A word that begins like one of the sheets' may be a form of it: only the likeliest slips are put right.
    const near = this.words.holds(folded) ? nearest(folded, this.candidates, LIKELY_SLIP) : nearest(folded, this.candidates);
    if (!near) return word;
    plan.corrections.push({ typed: word, word: near });
    return near;
  }

  /** @param {string} folded */
  #isKnown(folded) {
    if (folded.length < 4 || /\d/.test(folded) || this.acronyms.has(folded) || this.meant.has(stem(folded)) || this.words.has(folded)) return true;
    return folded.length < SHORTEST_SLIP && this.words.holds(folded);
  }
}
