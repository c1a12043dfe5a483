// An id is a promise: it is well formed and never taken twice.

import { shortCode } from "./code_court.js";
import { fault } from "./phrases.js";
import { likenesses } from "./proches.js";
import { isWhole, length, quoted } from "./textes.js";

/** @typedef {import("./modele.js").Model} Model @typedef {import("./regles.js").Look} Look @typedef {import("./modele.js").Problem} Problem */

/** @param {Look} look @returns {Problem[]} */
export function ancienIdentifiant({ model, entry }) {
  return (entry.anciens_ids ?? []).flatMap((/** @type {string} */ old, /** @type {number} */ rank) => {
    const path = ["anciens_ids", rank];
    if (old === undefined) return [];
    if (!isIdentifier(model, old)) return [fault(model, path, "ancien-identifiant/forme", { ancien: quoted(model, old) })];
    if (old in model.retraits) return [fault(model, path, "ancien-identifiant/retire", { ancien: old })];
    if (old === entry.id || isCurrent(model, old)) return [fault(model, path, "ancien-identifiant/actuelle", { ancien: old })];
    const first = model.anciens[old];
    return first && first !== entry.id ? [fault(model, path, "ancien-identifiant/pris", { ancien: old, premiere: first })] : [];
  });
}

/** @param {Model} model @param {string} id */
const isCurrent = (model, id) => model.fiches.some((sheet) => sheet.id === id) || Object.values(model.autres).some((ids) => ids.includes(id));

/** @param {Model} model @param {string} text */
const isIdentifier = (model, text) =>
  isWhole(model.motifs.identifiant, text) && length(text) >= model.seuils.identifiant_min && length(text) <= model.seuils.identifiant_max;

/** The checker does not even open a file with such a name. @param {Model} model @param {string} [id] @returns {Problem[]} */
export function identifiantMalForme(model, id) {
  if (id === undefined || isIdentifier(model, id)) return [];
  return [fault(model, [], "identifiant-mal-forme", { id, limite: model.seuils.identifiant_max })];
}

/** A new file does not take the name of one that exists. @param {Look} look @returns {Problem[]} */
export function identifiantEnDouble({ model, entry, isNew }) {
  if (!isNew) return [];
  const others = Object.entries(model.autres).flatMap(([folder, ids]) => ids.map((id) => ({ theme: folder, id })));
  const [other] = [...others, ...model.fiches].filter(({ id }) => id === entry.id).map(({ theme, id }) => `${theme}/${id}.yaml`).sort();
  return other ? [fault(model, [], "identifiant-en-double", { id: entry.id, autre: other })] : [];
}

/**
 * What may be printed already comes first; of two current sheets with one code, the first in the order of files is told.
 * @param {Look} look @returns {Problem[]}
 */
export function codeCourtEnCollision({ model, kind, entry }) {
  const isSheet = kind === "fiche" || (kind === "retrait" && (entry.etait ?? "fiche") === "fiche");
  if (!isSheet || entry.id === undefined) return [];
  const code = shortCode(model, entry.id);
  const rival = model.fiches.filter((sheet) => sheet.id !== entry.id && sheet.code === code).findLast((sheet) => comesAfter(sheet, entry));
  const autre = model.codes_pris[code] ?? (kind === "fiche" ? rival?.id : undefined);
  const own = autre !== undefined && autre !== entry.id ? [fault(model, [], "code-court-en-collision", { code, autre })] : [];
  return [...own, ...formerCodes(model, entry.anciens_ids ?? [])];
}

/** @param {Model} model @param {string[]} former @returns {Problem[]} */
const formerCodes = (model, former) =>
  former.flatMap((old, rank) => {
    const code = shortCode(model, old);
    const autre = model.codes_pris[code] ?? old;
    return autre === old ? [] : [fault(model, ["anciens_ids", rank], "code-court-en-collision/ancien", { code, autre })];
  });

/** @param {{ theme: string, id: string }} sheet @param {Record<string, any>} entry */
const comesAfter = (sheet, entry) => (sheet.theme === entry.theme ? sheet.id > entry.id : sheet.theme > entry.theme);

/** @param {Look} look @returns {Problem[]} */
export function quasiDoublon({ model, kind, entry }) {
  if (kind !== "fiche") return [];
  return likenesses(model, entry)
    .filter(({ sheet, likeness }) => likeness >= model.seuils.doublon && sheet.id > (entry.id ?? ""))
    .map(({ sheet }) => fault(model, ["titre"], "quasi-doublon", { titre: quoted(model, sheet.titre), autre: sheet.id }));
}
