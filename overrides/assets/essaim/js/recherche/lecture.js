// A query, read: what it speaks of, the terms it names, its slips put right.

import { nearest } from "./fautes.js";
import { departmentsIn, isPlace } from "./lieux.js";
import { boundWords, fold, isCommon, keyOf, spokenWords } from "./requete.js";

/** @import { Lexicon, Meaning, Named } from "./lexique.js" */

/**
 * @typedef {{ facet: string, code: string, label: string, typed: string }} Recognised
 * @typedef {{ typed: string, word: string }} Correction
 * @typedef {{ typed: string, standsFor: string }} Spelled an acronym of the glossary
 * @typedef {{ text: string, weight: number }} Variant a word or an expression to ask for instead, and what it is worth
 * @typedef {{ typed: string, variants: Variant[] }} Concept one thing the query speaks of
 * @typedef {{ concepts: Concept[], terms: Recognised[], absent: string[], corrections: Correction[], acronyms: Spelled[] }} Plan
 *   `absent`: the terms it names that no sheet carries yet
 */

const LONGEST_EXPRESSION = 5;
const LIKELY_SLIP = 0.7;
// Shorter, a beginning is too often another word.
const SHORTEST_SLIP = 6;
const SHORTEST_PART = 4;
const ELIDED = /^(?:qu|[cdjlmnst])(?=[aeiouyhéèêà])(.{4,})$/iu;
const PLACES = "territoires";
const WEIGHTS = { typed: 1, corrected: 0.9, lexicon: 0.65, acronym: 0.6, common: 0.3 };

/**
 * What a query asks for. `refused` holds the readings the reader undid: `facet:code` of terms, typed words of corrections.
 * @param {string} query @param {Lexicon} lexicon @param {Set<string>} refused
 * @returns {Plan}
 */
export function read(query, lexicon, refused) {
  return new Reading(query, lexicon, refused).plan;
}

class Reading {
  /** @param {string} query @param {Lexicon} lexicon @param {Set<string>} refused */
  constructor(query, lexicon, refused) {
    this.query = query;
    this.lexicon = lexicon;
    this.refused = refused;
    /** @type {Plan} */
    this.plan = { concepts: [], terms: [], absent: [], corrections: [], acronyms: [] };
    const typed = spokenWords(query).flatMap((word) => this.#parted(word));
    const words = typed.map((word) => this.#corrected(word));
    const tells = words.some((word) => !isCommon(word));
    const saysLittle = (/** @type {string} */ word) => tells && isCommon(word);
    const held = this.#recogniseBound(new Map(typed.map((word, place) => [word, words[place]])));
    this.#recogniseAll(typed, words, held, (own) => (own.length === 1 && saysLittle(own[0]) && !Number(own[0]) ? undefined : lexicon.meaning(own)));
    for (const number of departmentsIn(query)) {
      const term = lexicon.terms.find((one) => one.facet === PLACES && one.code === number);
      if (term) this.#recognise(term, number);
    }
    words.forEach((word, place) => {
      // « 93 » is then a département, not the « 93 % » of a text.
      const isNumberOfPlace = this.plan.terms.some((term) => term.facet === PLACES && term.typed === word.toUpperCase());
      if (!isNumberOfPlace) this.#ask(word, typed[place], saysLittle(word));
    });
  }

  /** Understands the expressions that hold by their grammar: « sans abri ». @param {Map<string, string>} rightly typed word → put right */
  #recogniseBound(rightly) {
    const typed = boundWords(this.query);
    const words = typed.map((word) => rightly.get(word) ?? word);
    return this.#recogniseAll(typed, words, new Set(), (own) => (own.length > 1 ? this.lexicon.bound.get(keyOf(own)) : undefined));
  }

  /**
   * Understands every expression, longest first; gives the words that are part of one.
   * @param {string[]} typed @param {string[]} words the same, put right @param {Set<string>} known words already part of one
   * @param {(words: string[]) => Meaning | undefined} meaningOf
   */
  #recogniseAll(typed, words, known, meaningOf) {
    const held = new Set(known);
    for (let length = Math.min(LONGEST_EXPRESSION, words.length); length > 0; length -= 1) {
      for (let start = 0; start + length <= words.length; start += 1) {
        const [asTyped, own] = [typed, words].map((all) => all.slice(start, start + length));
        const meaning = meaningOf(own);
        if (!meaning || asTyped.every((word) => held.has(word))) continue;
        if (length > 1 && meaning.terms.length) for (const word of asTyped) held.add(word);
        this.#understand(meaning, asTyped);
      }
    }
    return held;
  }

  /** @param {Meaning} meaning @param {string[]} words as typed */
  #understand(meaning, words) {
    const typed = this.#asWritten(words);
    const places = meaning.terms.filter((term) => term.facet === PLACES && isNamed(term, words) && isPlace(typed, this.query));
    for (const term of places.length ? places : meaning.terms.filter(({ facet }) => facet !== PLACES)) this.#recognise(term, typed);
    for (const label of meaning.absent) if (!this.plan.absent.includes(label)) this.plan.absent.push(label);
    if (words.length > 1 && meaning.words.length) {
      this.plan.concepts.push({ typed, variants: meaning.words.map((text) => ({ text, weight: WEIGHTS.lexicon })) });
    }
  }

  /** @param {Named} term @param {string} typed */
  #recognise({ facet, code, label }, typed) {
    const { terms } = this.plan;
    if (!this.refused.has(`${facet}:${code}`) && !terms.some((one) => one.label === label)) terms.push({ facet, code, label, typed });
  }

  /** An expression as the query writes it, its small words included. @param {string[]} words */
  #asWritten(words) {
    const [first, last] = [words[0], words[words.length - 1]];
    const end = this.query.indexOf(last, this.query.indexOf(first));
    const start = this.query.lastIndexOf(first, end);
    return start < 0 || end < 0 ? words.join(" ") : this.query.slice(start, end + last.length);
  }

  /** A word of the query, or what it was put right to, and what it may also be called. @param {string} word @param {string} typed @param {boolean} common */
  #ask(word, typed, common) {
    const { words, acronyms } = this.lexicon;
    if (common && !words.holds(fold(word))) return;
    /** @type {Variant[]} */
    const variants = [{ text: word, weight: common ? WEIGHTS.common : word === typed ? WEIGHTS.typed : WEIGHTS.corrected }];
    const standsFor = acronyms.get(fold(word));
    if (standsFor) {
      variants.push({ text: standsFor, weight: WEIGHTS.acronym });
      this.plan.acronyms.push({ typed, standsFor });
    }
    if (!common) for (const other of this.lexicon.meaning([word])?.words ?? []) variants.push({ text: other, weight: WEIGHTS.lexicon });
    this.plan.concepts.push({ typed, variants });
  }

  /** « lemploi », « missionlocale »: words run together, when their parts are known and the whole is not. @param {string} word @returns {string[]} */
  #parted(word) {
    if (this.#isKnown(fold(word))) return [word];
    const [elided, ownPart] = ELIDED.exec(word) ?? [];
    if (elided && this.lexicon.lists(ownPart)) return [ownPart];
    for (let cut = SHORTEST_PART; cut <= word.length - SHORTEST_PART; cut += 1) {
      const parts = [word.slice(0, cut), word.slice(cut)];
      if (parts.every((part) => this.lexicon.lists(part))) return parts;
    }
    return [word];
  }

  /** A word unknown to the sheets and to the lexicon → the nearest one they know. @param {string} word */
  #corrected(word) {
    const folded = fold(word);
    if (this.refused.has(folded) || this.#isKnown(folded)) return word;
    const { words, candidates } = this.lexicon;
    // A word that begins like one of the sheets' may be a form of it: only the likeliest slips are put right.
    const near = words.holds(folded) ? nearest(folded, candidates, LIKELY_SLIP) : nearest(folded, candidates);
    if (near && !isCommon(near)) this.plan.corrections.push({ typed: word, word: near });
    return near || word;
  }

  /** @param {string} folded */
  #isKnown(folded) {
    if (folded.length < 4 || /\d/.test(folded) || isCommon(folded) || this.lexicon.knows(folded)) return true;
    return folded.length < SHORTEST_SLIP && this.lexicon.words.holds(folded);
  }
}

/** Whether a term's name is typed letter for letter: « garde » is not the Gard. @param {Named} term @param {string[]} words */
function isNamed({ label, names }, words) {
  const typed = words.map(fold).join(" ");
  return [label, ...names].some((name) => spokenWords(name).map(fold).join(" ") === typed);
}
