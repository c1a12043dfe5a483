// What the form makes: the whole entry, its theme, its name and its place among the files.

import { boxesOf, fieldsOf, read, tickedIn } from "./champs.js";
import { folded } from "./choix.js";

/** @typedef {import("./champs.js").Tree} Tree */

const LONGEST_NAME = 50;

/** An id made of words: lower case, no accent, dashes. @param {string} words */
function slug(words, limit = LONGEST_NAME) {
  const parts = folded(words).replace(/œ/g, "oe").replace(/æ/g, "ae").split(/[^a-z0-9]+/).filter(Boolean);
  let name = "";
  for (const part of parts) {
    if (name && name.length + part.length + 1 > limit) break;
    name += (name && "-") + part;
  }
  return name.slice(0, limit);
}

/** What a file is called after what it says: at most as long as an id may be. @param {string} kind @param {Tree} entry */
export const nameOf = (kind, entry) => (kind === "fiche" ? slug(String(entry.titre ?? "")) : slug(`${slug(String(entry.fiche ?? ""), 34)} ${entry.lieu ?? ""}`, 58));

/** The same, with a number when another file has it. @param {string} name @param {(id: string) => boolean} taken */
export function freeName(name, taken) {
  if (!name || !taken(name)) return name;
  let rank = 2;
  while (taken(`${name}-${rank}`)) rank += 1;
  return `${name}-${rank}`;
}

/** The themes of the sub-themes ticked, in the order they were. @param {HTMLElement} form @returns {string[]} */
function themesOf(form) {
  const field = fieldsOf(form).find((one) => one.dataset.cle === "sous_themes");
  if (!field) return [];
  const byCode = new Map(boxesOf(field).map((box) => [box.value, box.dataset.theme ?? ""]));
  return [...new Set(tickedIn(field).map((code) => byCode.get(code) ?? ""))].filter(Boolean);
}

/** Asks for the main theme when the answers touch several. @param {HTMLElement} form @param {string} wished @returns {string} the theme of the file, '' while unknown */
export function chooseTheme(form, wished) {
  const themes = themesOf(form);
  const theme = themes.includes(wished) ? wished : (themes[0] ?? wished);
  const group = /** @type {HTMLElement | null} */ (form.querySelector("#c-theme"));
  if (group) {
    group.hidden = themes.length < 2;
    for (const box of boxesOf(group)) {
      /** @type {HTMLElement} */ (box.closest("li")).hidden = !themes.includes(box.value);
      box.checked = box.value === theme;
    }
  }
  return theme;
}

/**
 * The entry as its file will hold it.
 * @param {HTMLElement} form @param {{ kind: string, size: string, theme: string }} about
 */
export function entryOf(form, { kind, size, theme }) {
  const entry = read(form);
  if (kind !== "fiche") return entry;
  const silent = [.../** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll("[data-inconnu]:checked"))].map((box) => box.dataset.inconnu ?? "");
  const others = listOf(entry.non_documente).filter((name) => !form.querySelector(`[data-inconnu="${CSS.escape(name)}"]`));
  delete entry.non_documente;
  const order = (form.dataset.tues ?? "").split(" ");
  const rank = (/** @type {string} */ name) => (order.indexOf(name) + order.length + 1) % (order.length + 1);
  if (silent.length + others.length) entry.non_documente = [...silent, ...others].sort((one, other) => rank(one) - rank(other));
  const former = typeof entry.statut === "string" ? entry.statut : "graine";
  const isToReview = former === "graine" || (former === "publiee" && !entry.relecture);
  entry.statut = size === "graine" ? "graine" : isToReview ? "relecture" : former;
  const themes = [...listOf(entry.autres_themes), ...themesOf(form)].filter((code, rank, all) => code !== theme && all.indexOf(code) === rank);
  delete entry.autres_themes;
  if (themes.length) entry.autres_themes = themes;
  return entry;
}

/** @param {import("./champs.js").Value | undefined} value @returns {string[]} */
const listOf = (value) => (Array.isArray(value) ? value.map(String) : []);

/** @param {string} kind @param {string} theme @param {string} id */
export const pathOf = (kind, theme, id) => `practices/${kind === "fiche" ? theme || "sourcing" : "essaimages"}/${id}.yaml`;
