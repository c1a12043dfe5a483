// The rules that are tables: « when this is so, that must be there », and what must not be found in a text.

import { termOf } from "./modele.js";
import { fault } from "./phrases.js";
import { compile, matches, quoted, slice, words } from "./textes.js";

/**
 * @typedef {import("./modele.js").Demand} Demand
 * @typedef {import("./modele.js").Field} Field
 * @typedef {import("./modele.js").Model} Model
 * @typedef {import("./modele.js").Path} Path
 * @typedef {import("./modele.js").Problem} Problem
 * @typedef {import("./modele.js").When} When
 * @typedef {{ path: Path, value: any, field: Field }} Written a scalar of an entry, its place and what the model says of it
 */

/**
 * The faults of the rules of `exigences`.
 * @param {Model} model @param {Record<string, any>} entry typed
 * @returns {Problem[]}
 */
export function unmet(model, entry) {
  return Object.values(model.exigences)
    .flat()
    .flatMap((demand) =>
      placesOf(demand, entry)
        .filter(({ part }) => demand.when.every((condition) => isSo(model, condition, part)))
        .map(({ path, part }) =>
          fault(model, [...path, ...demand.at], demand.phrase, { valeur: valuesAt(part, demand.at)[0] ?? "", source: valuesAt(part, ["id"])[0] ?? "" }),
        ),
    );
}

/** @param {Demand} demand @param {Record<string, any>} entry @returns {{ path: Path, part: any }[]} */
function placesOf(demand, entry) {
  if (!demand.each) return [{ path: [], part: entry }];
  const items = /** @type {any[]} */ (entry[demand.each] ?? []);
  return items.map((part, rank) => ({ path: [demand.each, rank], part })).filter(({ part }) => part);
}

/** @param {Model} model @param {When} condition @param {any} part */
function isSo(model, condition, part) {
  const found = valuesAt(part, condition.path);
  const among = found.filter((value) => condition.values.includes(value));
  switch (condition.test) {
    case "parmi":
      return among.length > 0;
    case "hors":
      return among.length === 0;
    case "seulement":
      return found.length > 0 && among.length === found.length;
    case "vide":
      return found.length === 0;
    case "rempli":
      return found.length > 0;
    case "connus":
      return found.every((code) => termOf(model, condition.values[0], code));
    default:
      throw new Error(condition.test);
  }
}

/** What is written at a path, lists opened; absent, empty and « non » are nothing. @param {any} part @param {string[]} path @returns {any[]} */
function valuesAt(part, path) {
  if (Array.isArray(part)) return part.flatMap((one) => valuesAt(one, path));
  if (!part) return [];
  return path.length ? valuesAt(part[path[0]], path.slice(1)) : [part];
}

/**
 * The faults of the rules of `refus`.
 * @param {Model} model @param {Written[]} written
 * @returns {Problem[]}
 */
export function refusedIn(model, written) {
  return Object.entries(model.refus).flatMap(([rule, refused]) =>
    written
      .filter((one) => isScanned(model, refused.portee, one))
      .flatMap(({ path, value }) => {
        const text = refused.portee === "ecrits" ? slice(value, 0, model.seuils.lu) : value;
        const found = refused.motifs
          .flatMap((motif) => matches(motif, text))
          .filter((match) => !refused.sauf || !compile(refused.sauf, "debut").test(match[0]));
        return (refused.chacun ? found : found.slice(0, 1)).map((match) =>
          fault(model, path, rule, { trouve: quoted(model, match[0]), autour: around(model, text, match.index) }),
        );
      }),
  );
}

/** @param {Model} model @param {"textes" | "ecrits"} scope @param {Written} written */
function isScanned(model, scope, { path, value, field }) {
  if (scope === "textes") return field.sorte === "texte";
  return typeof value === "string" && field.sorte !== "date" && !model.listes.pas_lus.includes(path.at(-1));
}

/** @param {Model} model @param {string} text @param {number} index */
function around(model, text, index) {
  const position = [...text.slice(0, index)].length;
  const near = model.seuils.autour;
  return words(slice(text, Math.max(0, position - near), position + near)).join(" ");
}
