// The binder on screen: sections, sheets, notes. Draws; decides nothing.

import { button, element, link } from "../dom.js";
import { ROOT } from "./catalogue.js";
import { LIMITS } from "./modele.js";

/** @import { Binder, Item, Section } from "./modele.js" */
/** @import { Lookup, Sheet } from "./catalogue.js" */

/**
 * @typedef {object} Actions
 * @property {(code: string, by: -1 | 1) => void} move
 * @property {(code: string, section: number) => void} place
 * @property {(code: string) => void} remove
 * @property {(code: string, note: string) => void} note
 * @property {(rank: number, change: Partial<Section>) => void} changeSection
 * @property {(rank: number) => void} removeSection
 */

/** @param {Binder} binder @param {Lookup} sheetOf @param {Actions} actions */
export const editable = (binder, sheetOf, actions) => binder.sections.map((_, rank) => section(binder, rank, sheetOf, actions));

/** @param {Binder} binder @param {Lookup} sheetOf */
export function readable(binder, sheetOf) {
  return binder.sections.map((one) => {
    const drawn = element("section", "partie partie--lue", element("h2", "", one.titre || "Sans titre"));
    if (one.duree) drawn.append(element("p", "discret", `Durée : ${one.duree} min`));
    if (one.consigne) drawn.append(element("p", "partie__consigne", one.consigne));
    const list = element("ol", "partie__fiches");
    for (const item of one.fiches) {
      const sheet = sheetOf(item.code);
      const body = element("li", `piece${sheet ? ` carte--${sheet.theme}` : ""}`, ...sheetLines(item, sheet));
      if (item.note) body.append(element("p", "piece__note", item.note));
      list.append(body);
    }
    drawn.append(list);
    return drawn;
  });
}

/** @param {Binder} binder @param {number} rank @param {Lookup} sheetOf @param {Actions} actions */
function section(binder, rank, sheetOf, actions) {
  const one = binder.sections[rank];
  const name = one.titre || `Partie ${rank + 1}`;
  const heading = element("h2", "invisible", name);
  const title = field("input", "Nom de la partie", one.titre, LIMITS.titre, `titre-${rank}`, (titre) => {
    const now = titre || `Partie ${rank + 1}`;
    for (const one of [heading, ...document.querySelectorAll(`.piece__outils option[value="${rank}"]`)]) one.textContent = now;
    actions.changeSection(rank, { titre });
  });
  title.classList.add("partie__titre");
  const list = element("ol", "partie__fiches");
  list.append(...one.fiches.map((item) => piece(binder, item, rank, sheetOf(item.code), actions)));
  const drawn = element("section", "partie", heading, title);
  drawn.append(one.fiches.length ? list : element("p", "partie__vide", "Aucune fiche dans cette partie."), foot(binder, rank, name, actions));
  return drawn;
}

/** Instructions, length and removal: what a trainer wants, folded for everyone else. @param {Binder} binder @param {number} rank @param {string} name @param {Actions} actions */
function foot(binder, rank, name, actions) {
  const one = binder.sections[rank];
  const details = /** @type {HTMLDetailsElement} */ (element("details", "partie__reglages", element("summary", "", one.consigne || one.duree ? "Consigne et durée" : "Ajouter une consigne, une durée")));
  details.open = Boolean(one.consigne || one.duree);
  const length = field("input", "Durée, en minutes", one.duree ? String(one.duree) : "", 3, `duree-${rank}`, (written) => {
    const duree = Math.min(Number.parseInt(written, 10) || 0, LIMITS.duree);
    actions.changeSection(rank, { duree: Math.max(0, duree) });
  });
  /** @type {HTMLInputElement} */ (length.querySelector("input")).inputMode = "numeric";
  length.classList.add("champ--court");
  details.append(field("textarea", "Consigne", one.consigne, LIMITS.consigne, `consigne-${rank}`, (consigne) => actions.changeSection(rank, { consigne })), length);
  if (binder.sections.length > 1) details.append(keyed(hinted(button("Supprimer cette partie", () => actions.removeSection(rank)), name), `supprimer-${rank}`));
  return details;
}

/** @param {Binder} binder @param {Item} item @param {number} section @param {Sheet | null} sheet @param {Actions} actions */
function piece(binder, item, section, sheet, actions) {
  const title = sheet?.titre ?? `fiche ${item.code}`;
  const body = element("li", "piece", ...sheetLines(item, sheet));
  if (sheet) body.classList.add(`carte--${sheet.theme}`);
  const note = field("textarea", "Note", item.note, LIMITS.note, `note-${item.code}`, (text) => actions.note(item.code, text));
  const label = /** @type {HTMLElement} */ (note.querySelector("label"));
  label.append(element("span", "invisible", ` pour « ${title} »`));
  const tools = element("div", "piece__outils");
  for (const [text, by] of /** @type {const} */ ([["Monter", -1], ["Descendre", 1]])) {
    tools.append(keyed(hinted(button(text, () => actions.move(item.code, by)), title), `${text}-${item.code}`));
  }
  if (binder.sections.length > 1) tools.append(chooser(binder, item, section, title, actions));
  tools.append(keyed(hinted(button("Retirer", () => actions.remove(item.code)), title), `Retirer-${item.code}`));
  body.append(note, tools);
  return body;
}

/** @param {Item} item @param {Sheet | null} sheet */
function sheetLines(item, sheet) {
  if (!sheet) {
    const gone = element("p", "avis", `La fiche de code ${item.code} n’est plus publiée, ou ce code n’a jamais existé. Votre note reste ici.`);
    return [element("h3", "piece__titre", `Fiche ${item.code}`), gone];
  }
  const title = element("h3", "piece__titre", link(sheet.titre, new URL(`fiches/${sheet.id}/`, ROOT)));
  const facts = element("p", "piece__theme", sheet.libelle, " · code ", element("span", "code-court", item.code));
  return [title, facts, element("p", "piece__accroche", sheet.accroche)];
}

/** @param {Binder} binder @param {Item} item @param {number} section @param {string} title @param {Actions} actions */
function chooser(binder, item, section, title, actions) {
  const select = /** @type {HTMLSelectElement} */ (document.createElement("select"));
  select.setAttribute("aria-label", `Partie de « ${title} »`);
  binder.sections.forEach((one, rank) => select.append(new Option(one.titre || `Partie ${rank + 1}`, String(rank), rank === section, rank === section)));
  select.addEventListener("change", () => actions.place(item.code, Number(select.value)));
  return keyed(select, `partie-${item.code}`);
}

/**
 * A labelled field that tells each change as it is typed.
 * @param {"input" | "textarea"} kind @param {string} label @param {string} value @param {number} most @param {string} key @param {(text: string) => void} typed
 */
export function field(kind, label, value, most, key, typed) {
  const input = /** @type {HTMLInputElement | HTMLTextAreaElement} */ (document.createElement(kind));
  input.id = `champ-${key}`;
  input.maxLength = most;
  input.value = value;
  input.autocomplete = "off";
  input.placeholder = " "; // lets the print sheet leave empty fields out
  if (input instanceof HTMLTextAreaElement) input.rows = 2;
  input.addEventListener("input", () => typed(input.value));
  const name = /** @type {HTMLLabelElement} */ (element("label", "", label));
  name.htmlFor = input.id;
  return element("div", "champ", name, keyed(input, key));
}

/** The same word on many buttons: each also says whose it is. @template {HTMLElement} T @param {T} made @param {string} whose */
function hinted(made, whose) {
  made.append(element("span", "invisible", ` « ${whose} »`));
  return made;
}

/** Named, so that focus finds it again once all is drawn anew. @template {HTMLElement} T @param {T} made @param {string} key */
export function keyed(made, key) {
  made.dataset.cle = key;
  return made;
}
