// What words may mean: terms of the vocabularies, other words for the sheets' words, acronyms.

import { boundWords, fold, isHollow, keyOf, spokenWords, stem } from "./requete.js";

/** @import { Facet } from "./moteur.js" */
/** @import { Words } from "./mots.js" */

/**
 * @typedef {{ facet: string, code: string, label: string, names: string[] }} Named a term of a vocabulary and its other names
 * @typedef {{ terms: Named[], words: string[], absent: string[] }} Meaning terms, words of the sheets, and terms that no sheet carries yet
 * @typedef {{ termes: string[], absents: string[], lexique: string[], sigles: string[] }} Data see scripts/catalogue/lexicon.py
 */

// « bosse », « galèrent »: what the forms of a verb in -er end with.
const VERB = /er$/;
const VERB_FORM = /(?:e|es|ent|ez|ait|aient|ant|ee|ees)$/;
const SHORTEST_VERB = 6;

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
    const absents = data.absents.map((line) => line.split("|"));
    const lexicon = data.lexique.map((line) => line.split("|"));
    /** @type {Map<string, Meaning>} key of an expression → what it means */
    this.meanings = new Map();
    /** @type {Map<string, Meaning>} the same for those that hold by their grammar */
    this.bound = new Map();
    /** @type {Map<string, Meaning>} what is left of a verb → what it means */
    this.verbs = new Map();
    for (const term of this.terms) for (const name of [term.label, ...term.names]) this.#meaning(name)?.terms.push(term);
    for (const names of absents) for (const name of names) this.#meaning(name)?.absent.push(names[0]);
    for (const [meant, ...names] of lexicon) for (const name of names) this.#meaning(name)?.words.push(meant);
    const names = [...this.terms.flatMap((term) => [fold(term.label), ...term.names]), ...[...absents, ...lexicon].flat().map(fold)];
    /** The words of those names, as written; their stems. */
    this.named = new Set(names.flatMap((name) => name.split(/[^a-z0-9]+/)));
    this.meant = new Set([...this.named].map(stem));
    this.candidates = [...new Set([...words.list, ...names.filter((name) => /^[a-z]{4,}$/.test(name))])];
    /** @type {Map<string, string>} */
    this.acronyms = new Map(data.sigles.map((line) => line.split("|")).map(([acronym, standsFor]) => [fold(acronym), standsFor]));
  }

  /** The meaning of an expression, to be added to; none when a single word of grammar is all it holds. @param {string} expression */
  #meaning(expression) {
    const hollow = isHollow(expression);
    const words = hollow ? boundWords(expression) : spokenWords(expression);
    if (hollow && words.length < 2) return undefined;
    const meanings = hollow ? this.bound : this.meanings;
    const key = keyOf(words);
    const found = meanings.get(key) ?? { terms: [], words: [], absent: [] };
    meanings.set(key, found);
    if (words.length === 1 && key.length >= SHORTEST_VERB && VERB.test(key)) this.verbs.set(key.replace(VERB, ""), found);
    return found;
  }

  /** What words that follow each other mean together. @param {string[]} words grammar left out @returns {Meaning | undefined} */
  meaning(words) {
    const known = this.meanings.get(keyOf(words));
    return known || words.length > 1 ? known : this.verbs.get(fold(words[0]).replace(VERB_FORM, ""));
  }

  /** Whether a word is written so in the sheets or in a name. @param {string} word */
  lists(word) {
    const folded = fold(word);
    return this.words.lists(folded) || this.named.has(folded);
  }

  /** Whether the sheets or the names hold a word or one of its forms. @param {string} folded */
  knows(folded) {
    return this.acronyms.has(folded) || this.meant.has(stem(folded)) || this.words.has(folded);
  }
}
