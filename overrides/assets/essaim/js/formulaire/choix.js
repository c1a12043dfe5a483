// Boxes to tick: filter a long list, count what is ticked, show the sheets to choose from.

import { boxesOf } from "./champs.js";

const SHOWN = 8;

/** @param {string} text */
export const folded = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[’']/g, " ").toLowerCase();

/** @param {HTMLElement} field */
export function showChoices(field) {
  const filter = /** @type {HTMLInputElement | null} */ (field.querySelector("[data-filtre]"));
  const words = folded(filter?.value ?? "").split(/\s+/).filter(Boolean);
  const closed = "replie" in field.dataset;
  let shown = 0;
  for (const item of /** @type {NodeListOf<HTMLElement>} */ (field.querySelectorAll(".choix__un"))) {
    const box = item.querySelector("input");
    const text = folded(`${item.textContent} ${item.dataset.mots ?? ""}`);
    const found = words.length ? words.every((word) => text.includes(word)) && (!closed || shown < SHOWN) : !closed;
    if (found) shown += 1;
    item.hidden = !found && !box?.checked;
  }
  field.classList.toggle("choix--filtre", words.length > 0 && shown <= SHOWN);
  const state = field.querySelector(".choix__etat");
  const count = boxesOf(field).filter((box) => box.checked).length;
  const most = Number(field.dataset.max ?? 0);
  if (!state || !field.dataset.max) return;
  const ticked = count ? `${count} choisi${count > 1 ? "s" : ""}` : "";
  const limit = most ? `${most} au plus` : "";
  const nothing = words.length && !shown ? "Rien ne correspond. Essayez un autre mot." : "";
  state.textContent = [nothing, [ticked, limit].filter(Boolean).join(", ")].filter(Boolean).join(" ");
  state.classList.toggle("choix__etat--trop", most > 0 && count > most);
}

/** @param {HTMLElement} form */
export function setUpChoices(form) {
  form.addEventListener("input", (event) => {
    const target = event.target;
    if (!(target instanceof HTMLInputElement)) return;
    const field = /** @type {HTMLElement | null} */ (target.closest(".choix"));
    if (!field || field.dataset.genre === "fiche") return;
    if (target.type === "checkbox" && !("inconnu" in target.dataset)) {
      const order = (field.dataset.ordre ?? "").split(" ").filter((code) => code && code !== target.value);
      field.dataset.ordre = [...order, ...(target.checked ? [target.value] : [])].join(" ");
    }
    showChoices(field);
  });
  refreshChoices(form);
}

/** @param {HTMLElement} form */
export function refreshChoices(form) {
  for (const field of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll(".choix:not([data-genre='fiche'])"))) showChoices(field);
}

/** @typedef {{ id: string, titre: string }} Sheet */

/** Every choice of a sheet in the form, those of lists that grow included. @param {HTMLElement} form @param {() => Sheet[]} sheets */
export function setUpSheetChoices(form, sheets) {
  const setUp = (/** @type {Element} */ place) => {
    for (const field of /** @type {NodeListOf<HTMLElement>} */ (place.querySelectorAll("[data-genre='fiche']"))) setUpSheetChoice(field, sheets);
  };
  setUp(form);
  form.addEventListener("essaim:element", (event) => setUp(/** @type {Element} */ (event.target)));
}

/**
 * A sheet is chosen among those whose title answers the words typed.
 * @param {HTMLElement} field @param {() => Sheet[]} sheets
 */
function setUpSheetChoice(field, sheets) {
  const filter = /** @type {HTMLInputElement} */ (field.querySelector("[data-filtre]"));
  const list = /** @type {HTMLElement} */ (field.querySelector("[data-fiches]"));
  const state = /** @type {HTMLElement} */ (field.querySelector(".choix__etat"));
  const draw = () => {
    const chosen = boxesOf(field).find((box) => box.checked)?.value ?? "";
    const words = folded(filter.value).split(/\s+/).filter(Boolean);
    const found = sheets().filter((sheet) => sheet.id !== chosen && words.length && words.every((word) => folded(`${sheet.titre} ${sheet.id}`).includes(word)));
    const shown = [...sheets().filter((sheet) => sheet.id === chosen), ...found.slice(0, SHOWN)];
    if (chosen && !shown.some((sheet) => sheet.id === chosen)) shown.unshift({ id: chosen, titre: chosen });
    list.replaceChildren(...shown.map((sheet) => option(field.id, sheet, sheet.id === chosen)));
    state.textContent = words.length ? (found.length ? `${found.length} fiche${found.length > 1 ? "s" : ""}` : "Aucune fiche ne porte ces mots. Essayez un autre mot.") : "";
  };
  filter.addEventListener("input", draw);
  field.addEventListener("essaim:fiche", (event) => {
    const id = /** @type {CustomEvent<string>} */ (event).detail;
    list.replaceChildren(option(field.id, { id, titre: sheets().find((one) => one.id === id)?.titre ?? id }, true));
  });
  field.addEventListener("essaim:modele", draw);
}

/** @param {string} group @param {Sheet} sheet @param {boolean} chosen */
function option(group, sheet, chosen) {
  const item = document.createElement("li");
  item.className = "choix__un";
  const box = document.createElement("input");
  const label = document.createElement("label");
  box.type = "radio";
  box.name = group;
  box.value = sheet.id;
  box.checked = chosen;
  box.id = label.htmlFor = `${group}-${sheet.id}`;
  label.textContent = sheet.titre;
  item.append(box, label);
  return item;
}
