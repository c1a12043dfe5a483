// Sheets that say much the same as a draft: shared stems, the rarer the heavier.

import { stemmer } from "../tiers/stemmer-francais.js";
import { compile, matches, words } from "./textes.js";

/**
 * @typedef {import("./modele.js").KnownSheet} KnownSheet
 * @typedef {import("./modele.js").Model} Model
 * @typedef {Map<string, number>} Counts stem → how many times
 * @typedef {{ id: string, titre: string, likeness: number }} Alike
 */

/** @type {WeakMap<object, Map<string, Counts>>} */
const decoded = new WeakMap();
const WORTH_SHOWING = 0.5;
const SHOWN = 3;

/** The stems of a text's words, lower case, without accents. @param {Model} model @param {string} text */
export function stems(model, text) {
  return matches(model.motifs.mot_compare, text.toLowerCase()).map((match) =>
    stemmer(match[0])
      .normalize("NFD")
      .replace(/[^\0-\x7f]/g, ""),
  );
}

/**
 * The sheets that answer to a few words being typed: a title, a title and its « accroche ».
 * @param {string} text @param {Model} model @param {string} [but] id of the sheet being corrected
 * @returns {Alike[]} `likeness` is the share of the words' weight that the sheet also has, from 0 to 1; the most alike
 *   first (by their titles too), three at most, none under a half or for fewer than two words in common
 */
export function alike(text, model, but) {
  const sheets = sheetStems(model);
  const typed = [...new Set(stems(model, text))];
  const weight = weights(typed, [...sheets.values()]);
  const total = sumOf(typed, weight);
  return model.fiches
    .filter(({ id }) => id !== but)
    .map(({ id, titre }) => {
      const named = new Set(stems(model, titre));
      const shared = typed.filter((stem) => sheets.get(id)?.has(stem));
      const inTitle = typed.filter((stem) => named.has(stem));
      return { id, titre, shared: shared.length, likeness: sumOf(shared, weight) / total, rank: sumOf([...shared, ...inTitle], weight) };
    })
    .filter(({ shared, likeness }) => shared > 1 && likeness >= WORTH_SHOWING)
    .sort((a, b) => b.rank - a.rank)
    .slice(0, SHOWN)
    .map(({ id, titre, likeness }) => ({ id, titre, likeness }));
}

/**
 * How alike an entry and each published sheet are: cosine of rarity-weighted stems, as the checker measures it.
 * @param {Model} model @param {Record<string, any>} entry typed, with its `id`
 * @returns {{ sheet: KnownSheet, likeness: number }[]}
 */
export function likenesses(model, entry) {
  const own = counted(stems(model, prose(model, entry)));
  const others = [...sheetStems(model)].filter(([id]) => id !== entry.id);
  const all = [own, ...others.map(([, counts]) => counts)];
  const weight = weights(new Set(all.flatMap((counts) => [...counts.keys()])), all);
  const mine = unit(own, weight);
  return others.flatMap(([id, counts]) => {
    const sheet = model.fiches.find((one) => one.id === id);
    if (!sheet) return [];
    const theirs = unit(counts, weight);
    return [{ sheet, likeness: [...mine].reduce((sum, [stem, value]) => sum + value * (theirs.get(stem) ?? 0), 0) }];
  });
}

/** @param {Model} model @param {Record<string, any>} entry */
function prose(model, entry) {
  const steps = (entry.etapes ?? []).map((/** @type {any} */ step) => `${step?.titre ?? ""} ${step?.texte ?? ""}`);
  const text = [entry.titre, entry.accroche, entry.probleme, entry.en_bref, ...steps].map((one) => one ?? "").join(" ");
  return words(text.replace(compile(model.motifs.marques), "$1")).join(" ").replace(compile(model.motifs.renvoi), "");
}

/** @param {string[]} found @returns {Counts} */
function counted(found) {
  /** @type {Counts} */
  const counts = new Map();
  for (const stem of found) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return counts;
}

/** @param {string[]} found @param {(stem: string) => number} weight */
const sumOf = (found, weight) => found.reduce((sum, stem) => sum + weight(stem), 0);

/** The rarer a stem among all, the heavier. @param {Iterable<string>} stemsAsked @param {Counts[]} all */
function weights(stemsAsked, all) {
  const rarity = new Map([...stemsAsked].map((stem) => [stem, 0]));
  for (const counts of all) for (const stem of counts.keys()) if (rarity.has(stem)) rarity.set(stem, (rarity.get(stem) ?? 0) + 1);
  return (/** @type {string} */ stem) => Math.log(1 + all.length / (rarity.get(stem) || 1));
}

/** @param {Counts} counts @param {(stem: string) => number} weight @returns {Map<string, number>} of length 1 */
function unit(counts, weight) {
  const raw = [...counts].map(([stem, count]) => /** @type {[string, number]} */ ([stem, (1 + Math.log(count)) * weight(stem)]));
  const norm = Math.hypot(...raw.map(([, value]) => value)) || 1;
  return new Map(raw.map(([stem, value]) => [stem, value / norm]));
}

/** Sheet id → its stems, decoded once. @param {Model} model @returns {Map<string, Counts>} */
function sheetStems(model) {
  let found = decoded.get(model.proches);
  if (!found) {
    const known = model.proches.racines.split(" ");
    found = new Map(model.fiches.map(({ id }, rank) => [id, decode(model.proches.fiches[rank], known)]));
    decoded.set(model.proches, found);
  }
  return found;
}

/** @param {string} coded ranks as steps, « step×count » @param {string[]} known */
function decode(coded, known) {
  /** @type {Counts} */
  const counts = new Map();
  let rank = -1;
  for (const word of coded.split(" ").filter(Boolean)) {
    const [step, times = "1"] = word.split("×");
    rank += Number(step);
    counts.set(known[rank], Number(times));
  }
  return counts;
}
