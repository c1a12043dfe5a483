// The checker's own rules in the browser. Structure, bounds, sentences, tables and patterns come from the model as data.

import { forbiddenInTree } from "./caracteres.js";
import { refusedIn, unmet } from "./exigences.js";
import { datesIncoherentes, dateFuture } from "./dates.js";
import { shape } from "./forme.js";
import { scalarsOf } from "./parcours.js";
import { ancienIdentifiant, codeCourtEnCollision, identifiantEnDouble, identifiantMalForme, quasiDoublon } from "./identifiants.js";
import * as rules from "./regles.js";
import * as sources from "./sources.js";
import { normalisedTree } from "./textes.js";

/**
 * @typedef {import("./modele.js").Kind} Kind
 * @typedef {import("./modele.js").Model} Model
 * @typedef {import("./modele.js").Path} Path
 * @typedef {import("./modele.js").Problem} Problem
 *
 * @typedef {object} Context what the file itself says, and the day
 * @property {string} [id] the file's name, without .yaml; left out, no rule speaks of it
 * @property {string} [theme] of a « fiche »: the file's folder
 * @property {string} [today] AAAA-MM-JJ; the browser's own day when left out
 * @property {boolean} [isNew] no file has this name yet: it must not be taken
 * @property {Path[]} [cuts] of a file just read: what `fromYaml` gave
 * @property {boolean} [draft] look at the meaning of what is sound though the shape has faults: for checks while one
 *   types. The checker does not: it says nothing of the meaning until the shape is right.
 */

/**
 * Every problem of an entry, by the same rules, ids, severities and sentences as `scripts/check.py`.
 *
 * `given` is the plain tree our reader gives: each scalar a string (« oui », « 45 », « 2026-03-31 »), lists, objects
 * with the model's keys; an absent key is no key at all. `id` and `theme` are in `context`, never in `given`. Texts as
 * they are typed will do: they are looked at as the file will hold them, without white around.
 * @param {Model} model @param {Kind} kind @param {unknown} given @param {Context} [context]
 * @returns {Problem[]} in no order that matters; empty for a sound entry
 */
export function validate(model, kind, given, context = {}) {
  const named = identifiantMalForme(model, context.id);
  if (named.length && !context.draft) return named;
  const entry = normalisedTree(model, given);
  const { typed, sound, problems: shapeless } = shape(model, kind, entry, context.cuts ?? []);
  const problems = [...forbiddenInTree(model, entry), ...shapeless];
  if (!sound && !context.draft) return problems;
  const nameable = Object.keys(model.sortes[kind].donnes);
  const names = Object.fromEntries(nameable.flatMap((name) => (context[/** @type {"id"} */ (name)] === undefined ? [] : [[name, context[/** @type {"id"} */ (name)]]])));
  const whole = { ...typed, ...names };
  const written = new Set(Object.keys(/** @type {object} */ (entry) ?? {}));
  const look = { model, kind, entry: whole, written, scalars: scalarsOf(model, kind, whole), today: context.today ?? localDay(new Date()), isNew: context.isNew ?? false };
  return [...named, ...problems, ...meaning(look)];
}

/** @type {((look: rules.Look) => Problem[])[]} */
const RULES = [
  ...rules.RULES,
  ancienIdentifiant,
  codeCourtEnCollision,
  dateFuture,
  datesIncoherentes,
  identifiantEnDouble,
  quasiDoublon,
  sources.sourceEnDouble,
  sources.sourceInconnue,
  sources.sourceOrpheline,
];

/** @param {rules.Look} look @returns {Problem[]} */
function meaning(look) {
  return [
    ...unmet(look.model, look.entry),
    ...refusedIn(look.model, look.scalars),
    ...RULES.flatMap((rule) => rule(look)),
  ];
}

/** The reader's own day, AAAA-MM-JJ. @param {Date} now */
function localDay(now) {
  const day = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
  return day.toISOString().slice(0, 10);
}
