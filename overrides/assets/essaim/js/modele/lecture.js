// A YAML file → the plain tree of an entry, refusing what the checker's reader refuses, with its sentences.

import { forbiddenInValue, forbiddenSign, forbiddenSigns } from "./caracteres.js";
import { fault } from "./phrases.js";
import { syntaxFault } from "./syntaxe.js";
import { compile, normalised, quoted, strip } from "./textes.js";

/**
 * @typedef {import("./modele.js").Model} Model
 * @typedef {import("./modele.js").Path} Path
 * @typedef {import("./modele.js").Problem} Problem
 * @typedef {Problem & { ligne: number, colonne: number }} LocatedProblem 1-based, in characters
 *
 * @typedef {typeof import("../tiers/js-yaml.js")} Yaml
 * @typedef {object} ReadEntry
 * @property {unknown} [entry] the plain tree: strings, lists, objects without prototype; null where a value was refused.
 *   Absent when the text cannot be read at all.
 * @property {LocatedProblem[]} problems
 * @property {string} head the comments that the file begins with: what « make fix » keeps above the entry
 * @property {boolean} hasComments comments stand inside: writing the entry anew would lose them
 * @property {Path[]} cuts plain texts that YAML ended at a « # »: give them to `validate`, in its context
 */

const EVENT = { DOCUMENT: 1, SEQUENCE: 2, MAPPING: 3, SCALAR: 4, ALIAS: 5, POP: 6 };
const STYLE = { PLAIN: 1, SINGLE: 2, DOUBLE: 3, FOLDED: 5 };
/** Half a character, by its code: our JavaScript library takes it, YAML does not. */
const HALF = /(?<=(?<!\\)(?:\\\\)*)\\(?:u|U0000)d[89a-f]/i;
/** A tree deeper than this is not even walked. */
const PARSER_DEPTH = 100;
const BYTES_IN_A_KB = 1000;

/**
 * Reads a file to correct it. The YAML library is fetched at the first call.
 * @param {Model} model @param {string} text
 * @returns {Promise<ReadEntry>} rejected when the library cannot be had
 */
export async function fromYaml(model, text) {
  const yaml = await import("../tiers/js-yaml.js");
  const file = text.replace(/^\ufeff/, "").replace(compile(model.motifs.saut_invisible), " ");
  const lines = file.replaceAll("\r\n", "\n");
  const above = compile(model.motifs.commentaires_de_tete, "debut").exec(lines)?.[0].replace(/^\n+/, "") ?? "";
  const hasComments = compile(model.motifs.commentaire).test(lines.slice(above.length));
  return { ...read(model, file, yaml), head: above, hasComments };
}

/** @param {Model} model @param {string} text @param {Yaml} yaml @returns {Omit<ReadEntry, "head" | "hasComments">} */
function read(model, text, yaml) {
  if (new TextEncoder().encode(text).length > model.seuils.octets) {
    return refused([at(text, 0, fault(model, [], "fichier-trop-gros", { limite: model.seuils.octets / BYTES_IN_A_KB }))]);
  }
  if (text.split("\0").length - 1 > model.seuils.nuls * text.length) return refused([at(text, 0, fault(model, [], "encodage"))]);
  const forbidden = forbiddenIn(model, text);
  if (forbidden.length) return refused(forbidden);
  /** @type {any[]} */
  let events;
  try {
    events = yaml.parseEvents(text, { maxDepth: PARSER_DEPTH });
  } catch (error) {
    const { reason, mark } = /** @type {any} */ (error);
    const { index, problem } = syntaxFault(model, text, reason ?? "", mark?.position ?? 0);
    return refused([at(text, index, problem)]);
  }
  for (const { type, style, valueStart, valueEnd } of events) {
    const half = type === EVENT.SCALAR && style === STYLE.DOUBLE ? text.slice(valueStart, valueEnd).search(HALF) : -1;
    if (half >= 0) return refused([at(text, valueStart + half, fault(model, [], "syntaxe-yaml/barre-inverse"))]);
  }
  return new Reader(model, text, events, yaml).document();
}

/** @param {LocatedProblem[]} problems @returns {Omit<ReadEntry, "head" | "hasComments">} */
const refused = (problems) => ({ problems, cuts: [] });

/** @param {string} text @param {number} index @param {Problem} problem @returns {LocatedProblem} */
function at(text, index, problem) {
  const lines = text.slice(0, index).split(/\r\n?|\n/);
  return { ...problem, ligne: lines.length, colonne: [.../** @type {string} */ (lines.at(-1))].length + 1 };
}

/** The control and invisible characters of a text: the first few of each kind, then how many more. @param {Model} model @param {string} text */
function forbiddenIn(model, text) {
  return forbiddenSigns(model, text).flatMap(({ rule, found }) => {
    const shown = found.slice(0, model.seuils.caracteres).map((match) => at(text, match.index, forbiddenSign(model, rule, match[0])));
    const others = found.slice(model.seuils.caracteres);
    if (!others.length) return shown;
    const suite = fault(model, [], `${rule}/suite`, { nombre: others.length, s: others.length > 1 ? "s" : "" });
    return [...shown, at(text, others[0].index, suite)];
  });
}

class TooDeepError extends Error {}

/** One walk over the events of a file. */
class Reader {
  /** @param {Model} model @param {string} text @param {any[]} events @param {Yaml} yaml */
  constructor(model, text, events, yaml) {
    this.model = model;
    this.text = text;
    this.events = events;
    this.yaml = yaml;
    this.next = 0;
    /** @type {LocatedProblem[]} */
    this.problems = [];
    /** @type {Path[]} */
    this.cuts = [];
  }

  /** @returns {Omit<ReadEntry, "head" | "hasComments">} */
  document() {
    if (!this.events.length) return refused([at(this.text, 0, fault(this.model, [], "fichier-vide"))]);
    this.next = 1;
    try {
      const entry = this.node([], 0);
      if (entry === "") return refused([at(this.text, 0, fault(this.model, [], "fichier-vide"))]);
      const second = this.events.findIndex((event, rank) => rank > 0 && event.type === EVENT.DOCUMENT);
      if (second > 0) this.refuse(this.secondMark(), "plusieurs-documents");
      return { entry, problems: this.problems, cuts: this.cuts };
    } catch (error) {
      if (error instanceof TooDeepError) return refused(this.problems);
      throw error;
    }
  }

  secondMark() {
    const marks = [...this.text.matchAll(/^---(?=\s|$)/gm)].map((match) => match.index);
    const first = /^(?:\s*(?:#.*)?\n)*---/.test(this.text) ? 1 : 0;
    return marks[first] ?? 0;
  }

  /** @param {Path} path @param {number} depth @returns {any} */
  node(path, depth) {
    const event = this.events[this.next];
    this.next += 1;
    const index = startOf(event);
    if (depth > this.model.seuils.niveaux) {
      this.problems = [];
      this.refuse(index, "imbrication-excessive");
      throw new TooDeepError();
    }
    if (event.type === EVENT.ALIAS) {
      this.refuse(event.anchorStart - 1, "ancre-interdite/renvoi", { trouve: quoted(this.model, `*${this.text.slice(event.anchorStart, event.anchorEnd)}`) });
      return null;
    }
    if (event.anchorStart >= 0) this.refuse(index, "ancre-interdite", { trouve: quoted(this.model, `&${this.text.slice(event.anchorStart, event.anchorEnd)}`) });
    if (event.tagStart >= 0) this.refuse(index, "balise-interdite", { trouve: quoted(this.model, this.text.slice(event.tagStart, event.tagEnd)) });
    if (event.type === EVENT.MAPPING) return this.mapping(path, depth);
    if (event.type === EVENT.SEQUENCE) return this.sequence(path, depth);
    return this.scalar(event, path, index);
  }

  /** @param {any} event @param {Path} path @param {number} index */
  scalar(event, path, index) {
    const read = strip(this.yaml.getScalarValue(this.text, event));
    const value = normalised(this.model, event.style === STYLE.FOLDED ? read.replace(/\n+/g, "\n\n") : read);
    this.problems.push(...forbiddenInValue(this.model, value).map((problem) => at(this.text, index, problem)));
    if (value && event.style === STYLE.PLAIN && /^[ \t]+#/.test(this.text.slice(event.valueEnd))) this.cuts.push(path);
    return value;
  }

  /** @param {Path} path @param {number} depth */
  sequence(path, depth) {
    const items = [];
    while (this.events[this.next].type !== EVENT.POP) items.push(this.node([...path, items.length], depth + 1));
    this.next += 1;
    return items;
  }

  /** @param {Path} path @param {number} depth */
  mapping(path, depth) {
    /** @type {Record<string, any>} */
    const entries = Object.create(null);
    /** @type {Map<string, number>} */
    const lines = new Map();
    while (this.events[this.next].type !== EVENT.POP) {
      const index = startOf(this.events[this.next]);
      const key = this.node([], depth + 1);
      const isWord = typeof key === "string";
      const value = this.node(isWord ? [...path, key] : path, depth + 1);
      if (!isWord) {
        if (key !== null) this.refuse(index, "syntaxe-yaml/cle");
      } else if (key in entries) {
        this.refuse(index, "cle-en-double", { cle: quoted(this.model, key), ligne: lines.get(key) });
      } else {
        entries[key] = value;
        lines.set(key, this.text.slice(0, index).split(/\r\n?|\n/).length);
      }
    }
    this.next += 1;
    return entries;
  }

  /** @param {number} index @param {string} phrase @param {Record<string, unknown>} [values] */
  refuse(index, phrase, values) {
    this.problems.push(at(this.text, index, fault(this.model, [], phrase, values)));
  }
}

/** Where a node begins, its anchor and tag included. @param {any} event @returns {number} */
function startOf(event) {
  const isQuoted = event.style === STYLE.SINGLE || event.style === STYLE.DOUBLE;
  const value = event.start ?? (isQuoted ? event.valueStart - 1 : event.valueStart) ?? -1;
  const starts = [value, event.anchorStart - 1, event.tagStart].filter((index) => index >= 0);
  return starts.length ? Math.min(...starts) : 0;
}
