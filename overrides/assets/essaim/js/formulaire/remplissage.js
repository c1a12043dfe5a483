// Answers put in the form by the page rather than by hand: a draft, a file, a date written otherwise, what goes without saying.

import { boxesOf, controlOf, elementsOf, fieldsOf, fill, read } from "./champs.js";
import { refreshChoices } from "./choix.js";
import { inTwoYears, today } from "./dates.js";
import { addElement, renumber, startList } from "./listes.js";
import { refreshSources } from "./renvois.js";

/** @typedef {import("./champs.js").Tree} Tree */
/** @typedef {import("./verification.js").Checker} Checker */

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

/**
 * What was typed becomes what the model keeps, where its meaning is certain.
 * @param {Checker} checker @param {Element} control @param {string} [today] left out for what was typed another day
 * @returns {string} what was understood, or ''
 */
export function tidy(checker, control, today) {
  if (!(control instanceof HTMLTextAreaElement || (control instanceof HTMLInputElement && ["text", "url"].includes(control.type)))) return "";
  const field = /** @type {HTMLElement | null} */ (control.closest("[data-genre]"));
  const { plain, kept } = checker.understand(control.value, field?.dataset.genre ?? "", pathOf(control), today);
  if (kept !== control.value) {
    control.value = kept;
    control.dispatchEvent(new Event("input", { bubbles: true }));
  }
  return kept === plain ? "" : kept;
}

/** @param {Checker} checker @param {HTMLElement} form */
export function tidyForm(checker, form) {
  for (const control of form.querySelectorAll("input, textarea")) tidy(checker, control);
}

/** The keys that lead to a control. @param {Element} control @returns {string[]} */
function pathOf(control) {
  const field = /** @type {HTMLElement | null} */ (control.closest("[data-cle]"));
  return field ? [...pathOf(/** @type {Element} */ (field.parentElement)), field.dataset.cle ?? ""] : [];
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
