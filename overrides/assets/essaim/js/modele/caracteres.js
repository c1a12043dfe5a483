// Characters that have no place in a sheet: those that command, those that nobody sees.

import { fault } from "./phrases.js";
import { matches } from "./textes.js";

/** @typedef {import("./modele.js").Model} Model @typedef {import("./modele.js").Path} Path @typedef {import("./modele.js").Problem} Problem */

/** @param {Model} model @param {string} text @returns {{ rule: string, found: RegExpExecArray[] }[]} */
export function forbiddenSigns(model, text) {
  return [
    { rule: "caractere-interdit", found: matches(model.motifs.commande, text) },
    { rule: "caractere-invisible", found: matches(model.motifs.invisible, text) },
  ];
}

/** @param {Model} model @param {string} rule @param {string} sign @param {Path} [path] */
export function forbiddenSign(model, rule, sign, path = []) {
  const code = /** @type {number} */ (sign.codePointAt(0)).toString(16).toUpperCase().padStart(4, "0");
  return fault(model, path, sign === "\0" ? "caractere-interdit/nul" : rule, { code });
}

/** The forbidden characters of a value, each told once, a few at most. @param {Model} model @param {string} value @param {Path} [path] @returns {Problem[]} */
export function forbiddenInValue(model, value, path) {
  const told = forbiddenSigns(model, value).flatMap(({ rule, found }) => found.map((sign) => forbiddenSign(model, rule, sign[0], path)));
  return [...new Map(told.map((problem) => [problem.message, problem])).values()].slice(0, model.seuils.caracteres);
}

/** Those of all the values of an entry: typed or pasted, they never met the reader of files. @param {Model} model @param {unknown} value @param {Path} [path] @returns {Problem[]} */
export function forbiddenInTree(model, value, path = []) {
  if (typeof value === "string") return forbiddenInValue(model, value, path);
  if (Array.isArray(value)) return value.flatMap((one, rank) => forbiddenInTree(model, one, [...path, rank]));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => forbiddenInTree(model, one, [...path, key]));
}
