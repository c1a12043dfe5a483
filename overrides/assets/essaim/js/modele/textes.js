// Texts as Python counts and cuts them: by characters, not by halves of them, and with its own idea of white.

/** @typedef {import("./modele.js").Model} Model @typedef {import("./modele.js").Motif} Motif */

const WHITE = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
const AROUND = new RegExp(`^[${WHITE}]+|[${WHITE}]+$`, "gu");
const BETWEEN = new RegExp(`[${WHITE}]+`, "u");

/** @type {Map<string, RegExp>} */
const compiled = new Map();

/**
 * A pattern of the model, compiled once for each way of using it.
 * @param {Motif} motif @param {"partout" | "entier" | "debut"} use
 */
export function compile([source, flags], use = "partout") {
  const key = `${use} ${flags} ${source}`;
  let pattern = compiled.get(key);
  if (!pattern) {
    const text = { partout: source, entier: `^(?:${source})$`, debut: `^(?:${source})` }[use];
    pattern = new RegExp(text, use === "partout" ? `${flags}g` : flags);
    compiled.set(key, pattern);
  }
  pattern.lastIndex = 0;
  return pattern;
}

/** Whether the pattern is the whole text. @param {Motif} motif @param {string} text */
export const isWhole = (motif, text) => compile(motif, "entier").test(text);

/** @param {Motif} motif @param {string} text @returns {RegExpExecArray[]} */
export const matches = (motif, text) => [...text.matchAll(compile(motif))];

/** @param {string} text */
export const strip = (text) => text.replace(AROUND, "");

/** @param {string} text */
export const words = (text) => strip(text).split(BETWEEN).filter(Boolean);

/** Length in characters. @param {string} text */
export const length = (text) => [...text].length;

/** @param {string} text @param {number} start @param {number} end in characters */
export const slice = (text, start, end) => [...text].slice(start, end).join("");

/** The beginning of a text, as long as a message may repeat. @param {Model} model @param {string} text */
export function cut(model, text) {
  const limit = model.seuils.echo;
  return length(text) <= limit ? text : `${slice(text, 0, limit).replace(new RegExp(`[${WHITE}]+$`, "u"), "")}…`;
}

/** What was written, as a message repeats it. @param {Model} model @param {string} text */
export const quoted = (model, text) => `« ${cut(model, text)} »`;

/** The text as a card prints it, without source marks. @param {Model} model @param {string} text */
export const visible = (model, text) => strip(text.replace(compile(model.motifs.renvoi), ""));

/**
 * The length that the limit of a text is about: source marks do not count, up to a point.
 * @param {Model} model @param {string} text
 */
export const countedLength = (model, text) => Math.max(length(visible(model, text)), length(text) - model.seuils.renvois);

/** A text on one line, with nothing that acts on what prints it. @param {Model} model @param {string} text */
export const oneLine = (model, text) =>
  text.replace(compile(model.motifs.coupure), " ").replace(compile(model.motifs.inaffichable), "\ufffd");

/** A text as the reader of files takes it: accents composed, no break that nobody sees, no white around. @param {Model} model @param {string} text */
export const normalised = (model, text) => strip(text.replace(/\r\n?/g, "\n").replace(compile(model.motifs.saut_invisible), " ")).normalize("NFC");

/** An entry as the reader of files would give it, each text normalised. @param {Model} model @param {unknown} value @returns {any} */
export const normalisedTree = (model, value) => eachText(value, (text) => normalised(model, text));

/** A tree with each of its texts changed; keys that lead to no text stay as they are. @param {unknown} value @param {(text: string) => string} change @returns {any} */
export function eachText(value, change) {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((one) => eachText(one, change));
  if (typeof value !== "object" || value === null) return value;
  /** @type {Record<string, any>} */
  const tree = Object.create(null);
  for (const [key, one] of Object.entries(value)) tree[key] = eachText(one, change);
  return tree;
}
