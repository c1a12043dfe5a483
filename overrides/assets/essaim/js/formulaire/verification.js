// The rules of the house, on what is typed: the same verdicts as the checker's, from the model that the build writes.

import { cleaned, itemised, listed, understood } from "../modele/compris.js";
import { toYaml, written } from "../modele/ecriture.js";
import { fieldAt, loadModel } from "../modele/modele.js";
import { alike } from "../modele/proches.js";
import { eachText } from "../modele/textes.js";
import { validate } from "../modele/validation.js";

/** @typedef {import("./champs.js").Tree} Tree */
/** @typedef {import("../modele/modele.js").Problem} Problem */
/** @typedef {import("../modele/modele.js").Kind} Kind */
/** @typedef {import("../modele/modele.js").Model} Model */

export class Checker {
  /** @param {Kind} kind @param {Model} model */
  constructor(kind, model) {
    this.kind = kind;
    this.model = model;
    this.taken = new Set([...model.fiches.flatMap((sheet) => [sheet.id, ...sheet.anciens]), ...Object.values(model.autres).flat(), ...model.noms]);
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
    const found = validate(this.model, this.kind, entry, { id: id || undefined, theme, isNew: !exists, draft: true });
    // A source half written is no source yet for the rules; its own fields say what they lack.
    const begun = Array.isArray(entry.sources) ? entry.sources.map((one) => /** @type {Tree | null} */ (one)?.id) : [];
    return found.filter((problem) => problem.regle !== "source-inconnue" || !begun.some((id) => problem.message.includes(`« ${id} »`)));
  }

  /** @param {Tree} entry @returns {Tree} the same, without the signs that nobody sees */
  cleaned(entry) {
    return eachText(entry, (text) => cleaned(this.model, text));
  }

  /** @param {Tree} entry @returns {Tree} the same, with the French signs that its file will have */
  respelled(entry) {
    return eachText(entry, (text) => (text.includes("://") ? text : written(this.model, text)));
  }

  /**
   * @param {string} text @param {string} genre of its field @param {string[]} path the keys that lead to it @param {string} [today]
   * @returns {{ plain: string, kept: string }} without what nobody sees; then as the model keeps it
   */
  understand(text, genre, path, today) {
    const plain = cleaned(this.model, text);
    const isMarkdown = Boolean(fieldAt(this.model, this.kind, path)?.markdown);
    return { plain, kept: isMarkdown ? itemised(this.model, plain) : understood(this.model, genre, plain, today) };
  }

  /** @param {string} text pasted @returns {string[]} the elements of the list it is */
  itemsOf(text) {
    return listed(this.model, cleaned(this.model, text));
  }

  /** @param {Tree} entry */
  write(entry) {
    return toYaml(this.model, this.kind, entry);
  }

  /** What reads files weighs something, and few open one. @param {string} text @returns {Promise<{ entry: Tree | null, faults: string[] }>} what can be kept, and what could not be read */
  async read(text) {
    const { fromYaml } = await import("../modele/lecture.js");
    const { entry, problems } = await fromYaml(this.model, text);
    const faults = problems.map(({ ligne, message, remede }) => `Ligne ${ligne} : ${message} ; ${remede}.`);
    const isTree = entry && typeof entry === "object" && !Array.isArray(entry);
    if (isTree) return { entry: /** @type {Tree} */ (entry), faults };
    return { entry: null, faults: faults.length ? faults : ["Ce texte n’est pas un fichier de fiche : il commence par une ligne comme « titre: … »."] };
  }

  /** Takes the keys that the model does not know out of an entry. @param {Tree} entry @returns {string[]} their names */
  homeless(entry) {
    const unknown = validate(this.model, this.kind, entry, { draft: true }).filter((problem) => problem.regle === "cle-inconnue");
    return unknown.map(({ chemin }) => {
      const holder = /** @type {Tree} */ (chemin.slice(0, -1).reduce((part, step) => /** @type {any} */ (part)[step], /** @type {any} */ (entry)));
      delete holder[chemin.at(-1) ?? ""];
      return `« ${chemin.at(-1)} »`;
    });
  }

  /** Sheets that look like what is typed, under the title. @param {HTMLElement} form @param {Tree} entry @param {string} own id of the sheet that is corrected */
  showLike(form, entry, own) {
    const place = form.querySelector("[data-proches]");
    if (!place) return;
    const words = ["titre", "accroche", "probleme", "en_bref"].map((key) => entry[key] ?? "").join(" ");
    const found = words.length < 12 ? [] : alike(words, this.model, own);
    const shown = found.map((one) => one.id).join(" ");
    if (place.getAttribute("data-montrees") === shown) return;
    place.setAttribute("data-montrees", shown);
    place.replaceChildren(...(found.length ? likeness(form, found) : []));
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
