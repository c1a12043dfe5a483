// Faults beside their fields and in a summary that leads to them (RGAA 11.10, 11.11).

import { boxesOf, controlOf, focusOf, locate } from "./champs.js";
import { told } from "./phrases.js";

/** @typedef {import("./phrases.js").Problem} Problem */
/** @typedef {{ problem: Problem, field: HTMLElement, texte: string, remede: string }} Placed */

/** What is wrong with the file's name. */
const OF_THE_NAME = new Set(["identifiant-mal-forme", "identifiant-en-double", "code-court-en-collision"]);

/** A problem of a box « Aucune source ne le dit » is shown at its question. @param {HTMLElement} form @param {Problem} problem @param {import("./champs.js").Tree} entry */
export function placeOf(form, problem, entry) {
  const [first, rank] = problem.chemin;
  if (first === "non_documente") {
    const names = /** @type {string[]} */ (entry.non_documente ?? []);
    return locate(form, [names[Number(rank)] ?? ""]);
  }
  if (!problem.chemin.length && OF_THE_NAME.has(problem.regle)) return /** @type {HTMLElement | null} */ (form.querySelector("[data-identifiant]"));
  return locate(form, problem.chemin);
}

/** @param {import("../modele/modele.js").Model} model @param {HTMLElement} form @param {Problem[]} problems @param {import("./champs.js").Tree} entry @returns {{ placed: Placed[], elsewhere: Problem[] }} */
export function place(model, form, problems, entry) {
  /** @type {Placed[]} */
  const placed = [];
  /** @type {Problem[]} */
  const elsewhere = [];
  for (const problem of problems) {
    const field = placeOf(form, problem, entry);
    if (field) placed.push({ problem, field, ...told(model, problem, field) });
    else elsewhere.push(problem);
  }
  return { placed, elsewhere };
}

/** @param {HTMLElement} field @returns {HTMLElement | null} */
const boxOf = (field) => /** @type {HTMLElement | null} */ (field.querySelector(":scope > .champ__erreur, :scope > fieldset > .champ__erreur, :scope > .champ > .champ__erreur"));

/** Shows these faults beside their fields, and no other. @param {HTMLElement} form @param {Placed[]} shown @returns {boolean} whether a field has a fault it had not */
export function showBeside(form, shown) {
  /** @type {Map<HTMLElement, Placed[]>} */
  const byField = new Map();
  for (const one of shown) byField.set(one.field, [...(byField.get(one.field) ?? []), one]);
  let isNew = false;
  for (const box of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll(".champ__erreur"))) {
    const field = /** @type {HTMLElement} */ (box.closest("[data-cle], [data-element], [data-identifiant]"));
    const faults = field && boxOf(field) === box ? byField.get(field) ?? [] : [];
    const texts = faults.map((one) => `${one.texte} ; ${one.remede}.`);
    if (box.dataset.dit !== texts.join("\n")) {
      isNew ||= texts.length > 0;
      box.dataset.dit = texts.join("\n");
      box.replaceChildren(...faults.map((one, rank) => line(one, texts[rank])));
    }
    if (field) markField(field, faults.some((one) => one.problem.gravite === "erreur"));
  }
  return isNew;
}

/** @param {Placed} one @param {string} text */
function line(one, text) {
  const paragraph = document.createElement("p");
  const advice = one.problem.gravite !== "erreur";
  paragraph.className = advice ? "champ__conseil" : "champ__faute";
  const word = document.createElement("strong");
  word.textContent = advice ? "Conseil : " : "À revoir : ";
  paragraph.append(word, text);
  return paragraph;
}

/** @param {HTMLElement} field @param {boolean} wrong */
function markField(field, wrong) {
  field.classList.toggle("champ--faux", wrong);
  const genre = field.dataset.genre;
  const element = "element" in field.dataset;
  if (genre === "bloc" || genre === "blocs" || genre === "textes" || (element && field.querySelector(":scope > fieldset"))) return;
  // aria-invalid has no meaning on a radio button: its group bears it.
  const targets = field.getAttribute("role") === "radiogroup" ? [field] : genre === "termes" ? boxesOf(field) : [controlOf(field)];
  for (const target of targets) {
    if (wrong) target?.setAttribute("aria-invalid", "true");
    else target?.removeAttribute("aria-invalid");
  }
}

/** The question a field asks, as the summary names it. @param {HTMLElement} field */
export function nameOf(field) {
  const label = field.querySelector(".champ__nom, .liste__nom, label");
  const text = /** @type {HTMLElement | undefined} */ (label?.cloneNode(true));
  text?.querySelector(".champ__facultatif")?.remove();
  const list = field.parentElement?.closest("[data-element]") ?? null;
  const above = list?.querySelector(".liste__nom")?.textContent;
  return [above, text?.textContent?.trim()].filter(Boolean).join(", ");
}

/** @param {Placed[]} faults @param {(field: HTMLElement) => void} goTo @returns {HTMLElement[]} list items, each with a link to its field */
export function links(faults, goTo) {
  return faults.map(({ field, texte, remede }) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    const target = focusOf(field);
    link.href = `#${target.id}`;
    link.textContent = nameOf(field) || "Voir";
    link.addEventListener("click", (event) => {
      event.preventDefault();
      goTo(field);
    });
    item.append(link, ` : ${texte.charAt(0).toLowerCase() + texte.slice(1)} ; ${remede}.`);
    return item;
  });
}
