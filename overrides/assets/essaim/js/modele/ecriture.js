// An entry → its YAML, byte for byte as `make fix` writes it: keys in the model's order, one style a kind of value.

import { fieldsOf } from "./modele.js";
import { compile, isWhole, length, normalised, strip } from "./textes.js";

/**
 * @typedef {import("./modele.js").Field} Field
 * @typedef {import("./modele.js").Kind} Kind
 * @typedef {import("./modele.js").Model} Model
 */

/**
 * The file of an entry, a plain tree as `validate` takes it. What the model does not know is left out, and so is a key
 * without a value; the rest is written even when it has faults, so that nothing typed is lost.
 * @param {Model} model @param {Kind} kind @param {Record<string, any>} entry
 * @returns {string} ends with a line break
 */
export function toYaml(model, kind, entry) {
  return `${block(model, fieldsOf(model, kind), entry, "").join("\n")}\n`;
}

/**
 * A text as it is written in a sheet: curved apostrophes, a plain space before double signs and inside « ».
 * @param {Model} model @param {string} text
 */
export function written(model, text) {
  let now = text.replace(compile(model.motifs.insecable), " ").replace(compile(model.motifs.apostrophe), "’");
  for (let before = ""; before !== now; ) {
    before = now;
    now = model.espaces.reduce((found, [source, flags, sign]) => found.replace(compile([source, flags]), sign), now);
  }
  return now;
}

/** @param {Model} model @param {Field[]} fields @param {Record<string, any>} data @param {string} indent @returns {string[]} */
function block(model, fields, data, indent) {
  return fields.flatMap((field) => {
    const value = Object.hasOwn(data, field.nom) ? data[field.nom] : undefined;
    const start = `${indent}${field.nom}:`;
    if (!Array.isArray(value)) return one(model, field, start, value, `${indent}  `);
    return value.length ? [start, ...value.flatMap((item) => element(model, field, item, `${indent}  `))] : [`${start} []`];
  });
}

/** Lines of an element of a list. @param {Model} model @param {Field} field @param {any} value @param {string} indent @returns {string[]} */
function element(model, field, value, indent) {
  if (field.sorte !== "bloc" || !isBlock(value)) return one(model, field, `${indent}-`, value, `${indent}  `);
  const [first, ...others] = block(model, model.parties[field.partie ?? ""], value, `${indent}  `);
  return first === undefined ? [] : [`${indent}- ${first.trimStart()}`, ...others];
}

/** Lines of `start` (a key or a dash) and its value. @param {Model} model @param {Field} field @param {string} start @param {any} value @param {string} deeper @returns {string[]} */
function one(model, field, start, value, deeper) {
  if (isBlock(value)) {
    const lines = block(model, model.parties[field.partie ?? ""] ?? [], value, deeper);
    return lines.length ? [start, ...lines] : [];
  }
  if (typeof value !== "string") return [];
  const text = normalised(model, value);
  switch (field.sorte) {
    case "texte":
      return textLines(model, start, written(model, text), deeper);
    case "oui-non": {
      const word = text.toLowerCase();
      if (!Object.hasOwn(model.oui_non, word)) return textLines(model, start, text, deeper);
      return [`${start} ${model.oui_non[word] ? "oui" : "non"}`];
    }
    case "entier":
      return isWhole(model.motifs.chiffres, text) ? [`${start} ${BigInt(text)}`] : textLines(model, start, text, deeper);
    default:
      return textLines(model, start, text, deeper);
  }
}

/** @param {any} value @returns {value is Record<string, any>} */
const isBlock = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** @param {Model} model @param {string} start @param {string} text @param {string} indent @returns {string[]} */
function textLines(model, start, text, indent) {
  const paragraphs = text.split("\n\n").map((paragraph) => paragraph.replace(/^ +| +$/g, "")).filter(Boolean);
  if (paragraphs.some((paragraph) => paragraph.includes("\n"))) return [`${start} |-`, ...text.split("\n").map((line) => trimEnd(`${indent}${line}`))];
  const line = `${start} ${scalar(model, text)}`;
  const fits = length(line) <= model.seuils.largeur || !compile(model.motifs.pli).test(text);
  if (paragraphs.length <= 1 && fits) return [line];
  return [`${start} >-`, ...paragraphs.flatMap((paragraph, rank) => [...(rank ? [""] : []), ...wrapped(model, paragraph, indent)])];
}

/** Plain where no reader of YAML could take it for anything but this text; else in single quotes. @param {Model} model @param {string} text */
function scalar(model, text) {
  const plain = isWhole(model.motifs.nu_quand_meme, text) || !model.pas_nus.some((motif) => isWhole(motif, text));
  return plain ? text : `'${text.replaceAll("'", "''")}'`;
}

/** Lines no wider than the model says, but for longer words. @param {Model} model @param {string} text @param {string} indent */
function wrapped(model, text, indent) {
  const [first, ...others] = text.split(compile(model.motifs.pli));
  const lines = [`${indent}${first}`];
  for (const word of others) {
    const longer = `${lines.at(-1)} ${word}`;
    if (length(longer) > model.seuils.largeur) lines.push(`${indent}${word}`);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

/** @param {string} line */
const trimEnd = (line) => strip(`|${line}`).slice(1);
