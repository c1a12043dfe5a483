// The rules of the house, on what is typed: the same verdicts as the checker's, from the model that the build writes.

import { toYaml } from "../modele/ecriture.js";
import { fromYaml } from "../modele/lecture.js";
import { loadModel } from "../modele/modele.js";
import { alike } from "../modele/proches.js";
import { validate } from "../modele/validation.js";

/** @typedef {import("./champs.js").Tree} Tree */
/** @typedef {import("./phrases.js").Problem} Problem */
/** @typedef {import("../modele/modele.js").Kind} Kind */
/** @typedef {import("../modele/modele.js").Model} Model */

const SHOWN = 3;

export class Checker {
  /** @param {Kind} kind @param {Model} model */
  constructor(kind, model) {
    this.kind = kind;
    this.model = model;
    this.taken = new Set([...model.fiches.map((sheet) => sheet.id), ...model.identifiants, ...model.noms]);
  }

  /** Raises what `loadModel` raises. @param {Kind} kind */
  static async load(kind) {
    return new Checker(kind, await loadModel());
  }

  get sheets() {
    return this.model.fiches;
  }

  /** @param {string} id */
  isTaken(id) {
    return this.taken.has(id);
  }

  /** @param {string} id */
  titleOf(id) {
    return this.model.fiches.find((sheet) => sheet.id === id)?.titre ?? id;
  }

  /** Long lists answer to their terms' other words too. @param {HTMLElement} form */
  teach(form) {
    for (const field of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll(".choix[data-vocabulaire]"))) {
      const terms = new Map(this.model.vocabulaires[field.dataset.vocabulaire ?? ""]?.termes.map((term) => [term.code, term.synonymes?.join(" ") ?? ""]));
      for (const box of /** @type {NodeListOf<HTMLInputElement>} */ (field.querySelectorAll(".choix__un > input"))) {
        const words = terms.get(box.value);
        if (words) /** @type {HTMLElement} */ (box.parentElement).dataset.mots = words;
      }
    }
    for (const field of form.querySelectorAll("[data-genre='fiche']")) field.dispatchEvent(new CustomEvent("essaim:modele"));
  }

  /** @param {Tree} entry @param {{ id: string, theme: string, exists: boolean }} about @returns {Problem[]} */
  problems(entry, { id, theme, exists }) {
    return validate(this.kind, entry, { model: this.model, id, theme, exists, today: new Date().toISOString().slice(0, 10) });
  }

  /** @param {Tree} entry */
  write(entry) {
    return toYaml(this.kind, entry);
  }

  /** @param {string} text @returns {{ entry: Tree, fault: "" } | { entry: null, fault: string }} */
  read(text) {
    const { entry, problems } = fromYaml(text);
    const first = problems.at(0);
    if (entry && typeof entry === "object") return { entry, fault: "" };
    return { entry: null, fault: first ? `${first.message} ; ${first.remede}.` : "Ce texte n’est pas un fichier de fiche." };
  }

  /** Sheets that look like what is typed, under the title. @param {HTMLElement} form @param {Tree} entry @param {string} own id of the sheet that is corrected */
  showLike(form, entry, own) {
    const place = form.querySelector("[data-proches]");
    if (!place) return;
    const words = ["titre", "accroche", "probleme", "en_bref"].map((key) => entry[key] ?? "").join(" ");
    const found = words.length < 12 ? [] : alike(words, this.model).filter((one) => one.id !== own).slice(0, SHOWN);
    const shown = found.map((one) => one.id).join(" ");
    if (place.getAttribute("data-montrees") === shown) return;
    place.setAttribute("data-montrees", shown);
    place.replaceChildren(...(found.length ? likeness(form, found.map((one) => ({ id: one.id, titre: this.titleOf(one.id) }))) : []));
  }
}

/** @param {HTMLElement} form @param {{ id: string, titre: string }[]} found */
function likeness(form, found) {
  const root = form.closest("[data-racine]")?.getAttribute("data-racine") ?? "";
  const sentence = document.createElement("p");
  sentence.textContent = found.length > 1 ? "Des fiches proches existent. Si c’est la même pratique, complétez-la plutôt :" : "Une fiche proche existe. Si c’est la même pratique, complétez-la plutôt :";
  const list = document.createElement("ul");
  for (const sheet of found) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = `${root}fiches/${sheet.id}/`;
    link.target = "_blank";
    link.textContent = sheet.titre;
    const words = document.createElement("span");
    words.className = "invisible";
    words.textContent = " (nouvel onglet)";
    link.append(words);
    item.append(link);
    list.append(item);
  }
  return [sentence, list];
}
