// Dates that could be true.

import { termOf } from "./modele.js";
import { fault } from "./phrases.js";

/** @typedef {import("./regles.js").Look} Look @typedef {import("./modele.js").Path} Path @typedef {import("./modele.js").Problem} Problem */

/** The first day a date given as AAAA, AAAA-MM or AAAA-MM-JJ may stand for. @param {string} date */
const firstDay = (date) => `${date}-01-01`.slice(0, 10);

/** The last one. @param {string} date */
function lastDay(date) {
  if (date.length === 10) return date;
  const [year, month] = `${date}-12`.split("-").map(Number);
  const day = new Date(0);
  day.setUTCFullYear(year, month, 0);
  return `${`${date}-12`.slice(0, 7)}-${day.getUTCDate()}`;
}

/** @param {Look} look @returns {Problem[]} */
export function dateFuture(look) {
  const { model, today } = look;
  return pastDates(look).flatMap(({ path, date }) => {
    const day = firstDay(date);
    if (day > today) return [fault(model, path, "date-future", { date, jour: today })];
    return Number(day.slice(0, 4)) < model.seuils.annee ? [fault(model, path, "date-future/ancienne", { date })] : [];
  });
}

/** @param {Look} look @returns {{ path: Path, date: string }[]} */
function pastDates({ model, kind, entry }) {
  const ofSources = (entry.sources ?? []).map((/** @type {any} */ source, /** @type {number} */ rank) => ({ path: ["sources", rank, "date"], date: source?.date }));
  const ofSheet = kind === "fiche" ? model.listes.jours_passes.map((path) => ({ path, date: path.reduce((/** @type {any} */ part, /** @type {string} */ key) => part?.[key], entry) })) : [];
  const begun = kind === "essaimage" && entry.etat !== model.listes.pas_commence[0] && termOf(model, "etats-essaimage", entry.etat);
  const withdrawn = kind === "retrait" ? [{ path: ["date"], date: entry.date }] : [];
  return [...ofSources, ...ofSheet, ...withdrawn, ...(begun ? [{ path: ["depuis"], date: entry.depuis }] : [])].filter(({ date }) => date);
}

/** @param {Look} look @returns {Problem[]} */
export function datesIncoherentes({ model, kind, entry }) {
  /** @param {string} key @param {string} phrase @param {Record<string, unknown>} [values] */
  const told = (key, phrase, values) => fault(model, [key], `dates-incoherentes/${phrase}`, values);
  if (kind === "essaimage") {
    const { depuis, jusqu_a: end } = entry;
    return depuis && end && lastDay(end) < firstDay(depuis) ? [told("jusqu_a", "fin", { debut: depuis })] : [];
  }
  const { date_collecte: collected, date_maj: updated, a_relire_avant: reread } = entry;
  const problems = [];
  if (collected && updated && updated < collected) problems.push(told("date_maj", "collecte", { collecte: collected }));
  if (updated && reread) {
    const mois = monthOf(reread) - monthOf(updated);
    if (reread <= updated) problems.push(told("a_relire_avant", "relecture"));
    else if (mois > model.seuils.mois) problems.push(told("a_relire_avant", "tard", { mois, limite: model.seuils.mois }));
  }
  return problems;
}

/** @param {string} day */
const monthOf = (day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
