// Every scalar of an entry, with its place and its field, in the order of the model.

/**
 * @typedef {import("./exigences.js").Written} Written
 * @typedef {import("./modele.js").Field} Field
 * @typedef {import("./modele.js").Kind} Kind
 * @typedef {import("./modele.js").Model} Model
 * @typedef {import("./modele.js").Path} Path
 */

/**
 * @param {Model} model @param {Kind} kind @param {Record<string, any>} entry typed
 * @returns {Written[]}
 */
export function scalarsOf(model, kind, entry) {
  return block(model, model.parties[model.sortes[kind].partie], entry, []);
}

/** @param {Model} model @param {Field[]} fields @param {Record<string, any>} data @param {Path} path @returns {Written[]} */
function block(model, fields, data, path) {
  return fields.flatMap((field) => values(model, field, data[field.nom], [...path, field.nom]));
}

/** @param {Model} model @param {Field} field @param {any} value @param {Path} path @returns {Written[]} */
function values(model, field, value, path) {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((one, rank) => values(model, field, one, [...path, rank]));
  if (field.sorte === "bloc") return block(model, model.parties[field.partie ?? ""], value, path);
  return [{ path, value, field }];
}

/** @param {Written} written */
export const isText = ({ field }) => field.sorte === "texte";
