// The rules about sources: a mark leads to one, and each one serves.

import { isText } from "./parcours.js";
import { fault, piece } from "./phrases.js";
import { isPastSeed } from "./regles.js";
import { compile, cut, matches, quoted } from "./textes.js";

/**
 * @typedef {import("./regles.js").Look} Look
 * @typedef {import("./modele.js").Path} Path
 * @typedef {import("./modele.js").Problem} Problem
 */

/** @param {Look} look @returns {any[]} */
const sourcesOf = ({ entry }) => entry.sources ?? [];

/** @param {Look} look @returns {Set<string>} */
const idsOf = (look) => new Set(sourcesOf(look).flatMap((source) => source?.id ?? []));

/** @param {Look} look @returns {{ path: Path, id: string }[]} */
function references({ model, scalars }) {
  const inTexts = scalars
    .filter((one) => isText(one) && one.path[0] !== "sources")
    .flatMap(({ path, value }) => matches(model.motifs.renvoi, value).map((match) => ({ path, id: match[1] })));
  return [...inTexts, ...scalars.filter(({ path }) => path.at(-1) === "source").map(({ path, value }) => ({ path, id: value }))];
}

/** Sources cited together, [s1, s2]; words between brackets, none of them a source, are only words. @param {Look} look */
function jointReferences(look) {
  const { model, scalars } = look;
  const known = idsOf(look);
  return scalars
    .filter((one) => isText(one) && one.path[0] !== "sources")
    .flatMap(({ path, value }) =>
      matches(model.motifs.renvois_joints, value).map((match) => ({
        path,
        ids: match[1].split(compile(model.motifs.entre_renvois)).filter((/** @type {string} */ one) => one !== "et"),
      })),
    )
    .filter(({ ids }) => ids.some((/** @type {string} */ one) => known.has(one)));
}

/** @param {Look} look @returns {Problem[]} */
export function sourceInconnue(look) {
  const { model } = look;
  const known = idsOf(look);
  const remede = known.size ? piece(model, "sources", { liste: [...known].sort().join(", ") }) : piece(model, "sans_source");
  return [
    ...references(look)
      .filter(({ id }) => !known.has(id))
      .map(({ path, id }) => fault(model, path, "source-inconnue", { source: id, remede })),
    ...jointReferences(look).map(({ path, ids }) => {
      const separees = cut(model, ids.map((/** @type {string} */ one) => `[${one}]`).join(""));
      return fault(model, path, "source-inconnue/jointes", { source: quoted(model, ids.join(", ")), separees });
    }),
  ];
}

/** @param {Look} look @returns {Problem[]} */
export function sourceOrpheline(look) {
  if (!isPastSeed(look)) return [];
  const cited = new Set([...references(look).map(({ id }) => id), ...jointReferences(look).flatMap(({ ids }) => ids)]);
  return sourcesOf(look).flatMap((source, rank) =>
    !source?.id || cited.has(source.id) ? [] : [fault(look.model, ["sources", rank, "id"], "source-orpheline", { source: source.id })],
  );
}

/** @param {Look} look @returns {Problem[]} */
export function sourceEnDouble(look) {
  const seen = new Set();
  return sourcesOf(look).flatMap((source, rank) =>
    ["id", "url"].flatMap((key) => {
      const value = source?.[key];
      if (!value) return [];
      if (seen.has(value)) return [fault(look.model, ["sources", rank, key], "source-en-double", { valeur: quoted(look.model, value) })];
      seen.add(value);
      return [];
    }),
  );
}
