// A fault in the model's own sentences.

import { oneLine } from "./textes.js";

/**
 * @typedef {import("./modele.js").Model} Model
 * @typedef {import("./modele.js").Path} Path
 * @typedef {import("./modele.js").Problem} Problem
 */

/** @param {string} template @param {Record<string, unknown>} values */
const fill = (template, values) => template.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));

/**
 * The fault told by a phrase, whose name begins with the rule's id.
 * @param {Model} model @param {Path} path @param {string} phrase @param {Record<string, unknown>} values
 * @returns {Problem}
 */
export function fault(model, path, phrase, values = {}, onKey = false) {
  const [message, remedy] = model.phrases[phrase].map((template) => oneLine(model, fill(template, values)));
  const rule = phrase.split("/")[0];
  return { regle: rule, gravite: model.regles[rule], chemin: path, message, remede: remedy, surCle: onKey, phrase, valeurs: values };
}

/**
 * The same fault, told to someone who fills a form.
 * @param {Model} model @param {Problem} problem @param {string} kind of the field @param {Record<string, string>} pieces
 * @returns {[texte: string, remede: string]}
 */
export function retold(model, { phrase, valeurs }, kind, pieces) {
  const values = { ...valeurs, ...pieces, reponse: model.comment_repondre[kind] ?? model.comment_repondre[""] };
  const [texte, remede] = (model.reponses[phrase] ?? model.phrases[phrase]).map((template) => oneLine(model, fill(template, values)));
  return [texte, remede];
}

/** A part of a sentence. @param {Model} model @param {string} name @param {Record<string, unknown>} values */
export const piece = (model, name, values = {}) => fill(model.morceaux[name], values);
