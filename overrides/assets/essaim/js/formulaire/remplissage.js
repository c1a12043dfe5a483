// Answers put in the form by the page rather than by hand: a draft, a file, a date written otherwise, what goes without saying.

import { boxesOf, controlOf, elementsOf, fieldsOf, fill, read } from "./champs.js";
import { refreshChoices } from "./choix.js";
import { inTwoYears, isoDate, today, webAddress } from "./dates.js";
import { addElement, renumber, startList } from "./listes.js";
import { refreshSources } from "./renvois.js";

/** @typedef {import("./champs.js").Tree} Tree */

/** @param {HTMLElement} form @returns {NodeListOf<HTMLElement>} */
const listsOf = (form) => form.querySelectorAll(".champ--liste");

/** The keys whose box « Aucune source ne le dit » is ticked. @param {HTMLElement} form @returns {string[]} */
export function silentIn(form) {
  const boxes = /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll("[data-inconnu]:checked"));
  return [...boxes].map((box) => box.dataset.inconnu ?? "");
}

/** The steps that hold an answer: even a graine shows them. @param {HTMLElement} form @returns {Set<string>} */
export function filledSteps(form) {
  const answered = new Set(Object.keys(read(form)));
  const fields = fieldsOf(form).filter((field) => answered.has(field.dataset.cle ?? ""));
  return new Set(fields.map((field) => field.closest("[data-etape]")?.getAttribute("data-etape") ?? ""));
}

/** Back to an empty form, its lists included. @param {HTMLFormElement} form */
export function clearForm(form) {
  form.reset();
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-reste], [data-ordre], [data-non]"))) {
    delete place.dataset.reste;
    delete place.dataset.ordre;
    delete place.dataset.non;
  }
  delete form.dataset.reste;
  delete form.dataset.tues;
  for (const shown of form.querySelectorAll("[data-genre='fiche'] [data-fiches]")) shown.replaceChildren();
  for (const list of listsOf(form)) {
    for (const element of elementsOf(list)) element.remove();
    delete list.dataset.faits;
    startList(list);
  }
}

/** @param {HTMLFormElement} form @param {Tree} entry */
export function loadForm(form, entry) {
  const silent = Array.isArray(entry.non_documente) ? entry.non_documente.map(String) : [];
  form.dataset.tues = silent.join(" ");
  fill(form, entry, addElement);
  for (const name of silent) {
    const box = /** @type {HTMLInputElement | null} */ (form.querySelector(`[data-inconnu="${CSS.escape(name)}"]`));
    if (box) box.checked = true;
  }
  for (const list of listsOf(form)) renumber(list);
  refreshSources(form);
  refreshChoices(form);
}

/** Dates and licence that a new sheet has anyway, for whoever has nothing better. @param {HTMLElement} form */
export function suggest(form) {
  for (const field of fieldsOf(form)) {
    const value = { date_collecte: today(), date_maj: today(), a_relire_avant: inTwoYears() }[field.dataset.cle ?? ""];
    if (value) controlOf(field).value ||= value;
    if (field.dataset.cle === "licence" && !boxesOf(field).some((box) => box.checked)) boxesOf(field)[0].checked = true;
  }
}

/** A date or an address as people write it becomes what the model keeps. @param {HTMLInputElement} control @param {string} genre of its field */
export function rewrite(control, genre) {
  const better = genre === "date" || genre === "date-partielle" ? isoDate(control.value) : genre === "adresse" ? webAddress(control.value) : control.value;
  if (better !== control.value) control.value = better;
}

/** Enter in a line goes on to the next field: only the button ends a step. @param {HTMLElement} form @param {KeyboardEvent} event */
export function enter(form, event) {
  const control = event.target;
  if (event.key !== "Enter" || !(control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement)) return;
  const list = control.closest("[data-genre='textes']");
  if (["checkbox", "radio"].includes(control.type) || (control instanceof HTMLTextAreaElement && !list)) return;
  event.preventDefault();
  if ("filtre" in control.dataset) return;
  const stops = [.../** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-ouverte] :is(input, textarea, select, [data-ajouter], [data-continuer])"))].filter((one) => one.offsetParent);
  const next = stops[stops.indexOf(control) + 1];
  if (list && next && "ajouter" in next.dataset && control.value) next.click();
  else next?.focus();
}
