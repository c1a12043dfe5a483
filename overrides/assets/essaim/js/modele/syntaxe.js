// Where a syntax error really lies: js-yaml says where it gave up, the contributor's mistake is often elsewhere.

import { fault } from "./phrases.js";
import { quoted } from "./textes.js";

/**
 * @typedef {import("./modele.js").Model} Model
 * @typedef {import("./modele.js").Problem} Problem
 * @typedef {{ index: number, phrase: string }} Found
 * @typedef {{ text: string, reason: string, at: number, line: string, start: number }} Stop what js-yaml says, and the
 *   line it gave up on with its index
 */

// What comes before a value: the alignment, dashes, a key.
const HEAD = /^ *(?:- +)*(?:[\w-]+: +)?/;
const LONE_KEY = /^ *(?:- +)*\w+$/;
const TAG = /![^\s,[\]{}]*/;
const TAB_IN_ALIGNMENT = /^[ -]*\t/;

/** @type {Record<string, string>} the first sign of a value → the phrase of what is left open by it */
const OPENINGS = {
  "'": "syntaxe-yaml/guillemet-ouvert",
  '"': "syntaxe-yaml/guillemet-ouvert",
  "[": "syntaxe-yaml/crochet-ouvert",
  "{": "syntaxe-yaml/accolade-ouverte",
};
/** @type {Record<string, string>} the first sign of a value → the phrase of text that follows its end */
const AFTER = {
  "'": "syntaxe-yaml/apres-guillemet-simple",
  '"': "syntaxe-yaml/apres-guillemet-double",
  "[": "syntaxe-yaml/apres-crochet",
  "{": "syntaxe-yaml/apres-accolade",
};
/** @type {Record<string, string>} signs that no text can begin with */
const FIRST_SIGNS = { "*": "syntaxe-yaml/asterisque", "@": "syntaxe-yaml/premier-signe", "`": "syntaxe-yaml/premier-signe", "%": "syntaxe-yaml/premier-signe" };

/**
 * The first reading of a syntax error that fits, from the most particular to the vaguest.
 * @param {Model} model @param {string} text @param {string} reason js-yaml's words @param {number} at where it stopped
 * @returns {{ index: number, problem: Problem }}
 */
export function syntaxFault(model, text, reason, at) {
  const start = text.lastIndexOf("\n", at - 1) + 1;
  const end = text.indexOf("\n", at);
  const stop = { text, reason, at, start, line: text.slice(start, end < 0 ? text.length : end) };
  if (reason.includes("nesting exceeded")) return { index: at, problem: fault(model, [], "imbrication-excessive") };
  const tag = /\btag\b/.test(reason) && TAG.exec(stop.line);
  if (tag) return { index: start + tag.index, problem: fault(model, [], "balise-interdite", { trouve: quoted(model, tag[0]) }) };
  const { index, phrase } = tab(stop) ?? particular(stop) ?? { index: at, phrase: "syntaxe-yaml" };
  return { index, problem: fault(model, [], phrase) };
}

/** @param {Stop} stop @returns {Found | undefined} */
function tab({ line, start }) {
  const found = TAB_IN_ALIGNMENT.exec(line);
  return found ? { index: start + found[0].length - 1, phrase: "tabulation" } : undefined;
}

/** @param {Stop} stop @returns {Found | undefined} */
function particular(stop) {
  const { text, reason, at } = stop;
  if (text[at] === "%" && at === stop.start) return { index: at, phrase: "syntaxe-yaml/pourcent" };
  if (/escape|hexadecimal/.test(reason)) return { index: text.lastIndexOf("\\", at), phrase: "syntaxe-yaml/barre-inverse" };
  if (reason.includes("anchor node")) return { index: at - 1, phrase: "syntaxe-yaml/esperluette" };
  if (reason.includes("alias node")) return { index: at - 1, phrase: "syntaxe-yaml/asterisque" };
  if (reason.includes("line break is expected")) return { index: at, phrase: "syntaxe-yaml/apres-chevron" };
  if (/indentation of a mapping|indentation of a sequence/.test(reason)) return indentation(stop);
  if (/deficient|quoted scalar|flow collection/.test(reason)) return opening(stop) ?? { index: at, phrase: "syntaxe-yaml/alignement" };
  if (/multiline key|expected ':'|end of the stream/.test(reason)) return missingColon(stop);
  return undefined;
}

/** A value that a sign ends or cannot begin with, a key where none fits, or a colon too many. @param {Stop} stop @returns {Found} */
function indentation({ text, line, start, at }) {
  const head = /** @type {RegExpExecArray} */ (HEAD.exec(line))[0];
  const value = start + head.length;
  const first = text[value];
  const before = text.slice(start, at);
  if (at > value && AFTER[first]) return { index: at, phrase: AFTER[first] };
  if (FIRST_SIGNS[first]) return { index: value, phrase: FIRST_SIGNS[first] };
  if (head.includes(":") && text.startsWith("- ", value)) return { index: value, phrase: "syntaxe-yaml/tiret" };
  if (!before.trim() || LONE_KEY.test(before)) return { index: at, phrase: "syntaxe-yaml/alignement" };
  return { index: at, phrase: "syntaxe-yaml/deux-points" };
}

/** The value left open above, or on this line. @param {Stop} stop @returns {Found | undefined} */
function opening({ text, at }) {
  const lines = text.slice(0, at).split("\n");
  let index = at;
  for (const line of lines.reverse()) {
    index -= line.length;
    const head = /** @type {RegExpExecArray} */ (HEAD.exec(line))[0];
    const phrase = OPENINGS[line[head.length]];
    if (phrase) return { index: index + head.length, phrase };
    index -= 1;
  }
  return undefined;
}

/** The line above this one has no colon, or none followed by a space. @param {Stop} stop @returns {Found | undefined} */
function missingColon({ text, start, line, reason, at }) {
  const above = text.slice(0, Math.max(0, start - 1));
  const index = above.lastIndexOf("\n") + 1;
  const last = above.slice(index);
  if (start && last.trim() && !/:(?:\s|$)/.test(last)) return { index: index + last.search(/\S/), phrase: "syntaxe-yaml/sans-deux-points" };
  if (reason.includes("end of the stream") || /:(?:\s|$)/.test(line)) return { index: at, phrase: "syntaxe-yaml/alignement" };
  return { index: start + line.search(/\S/), phrase: "syntaxe-yaml/sans-deux-points" };
}
