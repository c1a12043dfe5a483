// The binder's page: keeps what is shown, what is kept and what can be undone in step.

import { button, element } from "../dom.js";
import { loadCatalogue } from "./catalogue.js";
import { canKeep, erase, load, onChangeElsewhere, save } from "./depot.js";
import * as model from "./modele.js";
import { addByCode, emptyState, sharedBanner, toolbar, ways } from "./panneaux.js";
import { editable, field, readable } from "./vue.js";

/** @import { Binder } from "./modele.js" */
/** @import { Lookup } from "./catalogue.js" */

const UNDO_LEVELS = 30;
/** How the part of an address that holds a binder begins. */
const SHARED = "#c=";
const REFUSED = "Ce navigateur refuse de garder le classeur (navigation privée, ou stockage bloqué). Il durera le temps de cette page : partagez-le ou téléchargez-le avant de la fermer.";

class BinderPage {
  /** @param {HTMLElement} container @param {Lookup} sheetOf */
  constructor(container, sheetOf) {
    this.sheetOf = sheetOf;
    this.binder = load();
    /** @type {Binder[]} */
    this.former = [];
    /** @type {Binder | null} */
    this.shared = null;
    this.notice = element("div", "classeur__avis");
    this.notice.setAttribute("role", "alert");
    this.body = element("div", "classeur__corps");
    this.said = element("p", "classeur__dit");
    this.said.setAttribute("role", "status");
    this.undo = button("Annuler", () => this.goBack());
    this.state = element("div", "classeur__etat", this.said, this.undo);
    container.append(this.notice, this.body, this.state);
    if (!canKeep()) this.warn(REFUSED);
    onChangeElsewhere(() => {
      this.binder = load();
      this.former = [];
      if (!this.shared) this.draw();
    });
    for (const type of ["hashchange", "popstate"]) addEventListener(type, () => this.readAddress());
  }

  /** What is on screen: the shared binder while one is looked at. */
  get shown() {
    return this.shared ?? this.binder;
  }

  async readAddress() {
    const { hash } = location;
    this.shared = null;
    this.warn("");
    this.say("");
    if (hash.startsWith(SHARED)) {
      const { LinkError, binderOf } = await import("./partage.js");
      try {
        const shared = await binderOf(hash);
        if (location.hash !== hash) return;
        this.shared = shared;
      } catch (error) {
        if (!(error instanceof LinkError)) throw error;
        this.warn(`${error.message} Votre propre classeur n’a pas changé.`);
      }
    } else if (!canKeep()) this.warn(REFUSED);
    this.draw();
  }

  draw() {
    const key = /** @type {HTMLElement | null} */ (document.activeElement)?.dataset.cle;
    const caret = caretOf(document.activeElement);
    this.body.replaceChildren(...(this.shared ? this.#sharedView(this.shared) : this.#ownView()));
    this.undo.hidden = this.former.length === 0 || this.shared !== null;
    this.state.hidden = !this.said.textContent && this.undo.hidden;
    if (key) this.focus(key, caret);
  }

  /** @param {string} key @param {number | null} [caret] */
  focus(key, caret = null) {
    const found = /** @type {HTMLElement | null} */ (this.body.querySelector(`[data-cle="${CSS.escape(key)}"]`));
    found?.focus();
    if (caret !== null && isText(found)) found.setSelectionRange(caret, caret);
  }

  /** A change that moves things: kept, drawn, said, and undone at will. @param {Binder} next @param {string} message */
  change(next, message) {
    if (next === this.binder) return;
    this.former = [...this.former, this.binder].slice(-UNDO_LEVELS);
    this.#keep(next);
    this.say(message);
    this.draw();
  }

  /** A change of words, as they are typed: kept, and never taken away by undoing something else. @param {(binder: Binder) => Binder} apply */
  typed(apply) {
    this.former = this.former.map((one) => (one.sections.length === this.binder.sections.length ? apply(one) : one));
    this.#keep(apply(this.binder));
  }

  goBack() {
    const last = this.former.at(-1);
    if (!last) return;
    this.former = this.former.slice(0, -1);
    this.#keep(last);
    this.say("Changement annulé.");
    this.draw();
    (this.undo.hidden ? /** @type {HTMLElement | null} */ (document.getElementById("contenu")) : this.undo)?.focus();
  }

  /** @param {string} text */
  say(text) {
    this.said.textContent = text;
    this.state.hidden = !text && this.undo.hidden;
  }

  /** @param {string} text */
  warn(text) {
    this.notice.replaceChildren(...(text ? [element("p", "avis", text)] : []));
  }

  /** @param {Binder} next */
  #keep(next) {
    this.binder = next;
    if (!save(next)) this.warn(REFUSED);
  }

  /** @param {string} code */
  add(code) {
    const sheet = this.sheetOf(code);
    if (!sheet) return this.say(`Aucune fiche ne porte le code ${code}. Il compte cinq signes, sans O, 0, I, 1 ni L.`);
    if (model.has(this.binder, code)) return this.say(`« ${sheet.titre} » est déjà dans le classeur.`);
    const next = model.added(this.binder, code);
    if (next === this.binder) return this.say(`Le classeur est plein : ${model.LIMITS.fiches} fiches.`);
    this.change(next, `« ${sheet.titre} » ajoutée.`);
    this.focus("code");
  }

  /** Takes a binder in: instead of one's own, or after it. @param {Binder} other @param {boolean} replace */
  take(other, replace) {
    const before = this.binder;
    const next = replace ? other : model.merged(before, other);
    const lost = replace ? 0 : model.codes(other).filter((code) => !model.has(next, code)).length;
    this.shared = null;
    if (location.hash.startsWith(SHARED)) history.pushState(null, "", location.pathname + location.search);
    const rest = lost ? ` ${lost} n’ont pas trouvé place : un classeur tient ${model.LIMITS.fiches} fiches.` : "";
    this.change(next === before ? { ...next } : next, `${replace ? "Classeur remplacé." : "Fiches ajoutées à la suite des vôtres."}${rest}`);
    document.getElementById("contenu")?.focus();
  }

  clear() {
    this.change(model.empty(), "Classeur effacé de ce navigateur.");
    erase();
    document.getElementById("contenu")?.focus();
  }

  /** @param {Binder} shared */
  #sharedView(shared) {
    return [
      sharedBanner(this, shared),
      element("h2", "classeur__titre", shared.titre || "Classeur partagé"),
      toolbar(this),
      ...readable(shared, this.sheetOf),
    ];
  }

  #ownView() {
    if (model.isBlank(this.binder)) return [emptyState(this)];
    const title = field("input", "Titre du classeur", this.binder.titre, model.LIMITS.titre, "titre", (titre) => this.typed((one) => ({ ...one, titre })));
    title.classList.add("classeur__titre");
    const more = element("div", "classeur__plus", addByCode(this), button("Ajouter une partie", () => this.#addSection()));
    return [title, toolbar(this), ...editable(this.binder, this.sheetOf, this.#actions()), more, ways(this)];
  }

  #addSection() {
    const next = model.sectionAdded(this.binder);
    if (next === this.binder) return this.say(`Un classeur tient ${model.LIMITS.sections} parties.`);
    this.change(next, "Partie ajoutée.");
    this.focus(`titre-${next.sections.length - 1}`);
  }

  /** @returns {import("./vue.js").Actions} */
  #actions() {
    const title = (/** @type {string} */ code) => `« ${this.sheetOf(code)?.titre ?? code} »`;
    return {
      move: (code, by) => {
        const next = model.moved(this.binder, code, by);
        if (next === this.binder) return this.say(`${title(code)} est déjà tout ${by < 0 ? "en haut" : "en bas"}.`);
        this.change(next, `${title(code)} : ${whereIs(next, code)}.`);
      },
      place: (code, section) => {
        const next = model.placed(this.binder, code, section, this.binder.sections[section].fiches.length);
        this.change(next, `${title(code)} : ${whereIs(next, code)}.`);
      },
      remove: (code) => {
        const all = model.codes(this.binder);
        const neighbour = all[all.indexOf(code) + 1] ?? all[all.indexOf(code) - 1];
        this.change(model.removed(this.binder, code), `${title(code)} retirée.`);
        if (neighbour) this.focus(`Retirer-${neighbour}`);
        else this.undo.focus();
      },
      note: (code, note) => this.typed((one) => model.annotated(one, code, note)),
      changeSection: (rank, change) => this.typed((one) => model.sectionChanged(one, rank, change)),
      removeSection: (rank) => {
        this.change(model.sectionRemoved(this.binder, rank), "Partie supprimée, ses fiches gardées.");
        this.undo.focus();
      },
    };
  }
}

/** @param {Binder} binder @param {string} code */
function whereIs(binder, code) {
  const place = model.placeOf(binder, code);
  if (!place) return "";
  const section = binder.sections[place.section];
  const part = binder.sections.length > 1 ? `, dans « ${section.titre || `Partie ${place.section + 1}`} »` : "";
  return `place ${place.rank + 1} sur ${section.fiches.length}${part}`;
}

/** @param {Element | null} one @returns {one is HTMLInputElement | HTMLTextAreaElement} */
const isText = (one) => one instanceof HTMLTextAreaElement || (one instanceof HTMLInputElement && one.type === "text");

/** @param {Element | null} one */
const caretOf = (one) => (isText(one) ? one.selectionStart : null);

const container = document.getElementById("classeur");
if (container) {
  loadCatalogue().then(
    (sheetOf) => new BinderPage(container, sheetOf).readAddress(),
    () => {
      container.append(element("p", "avis", "La liste des fiches n’a pas pu être chargée. Vérifiez le réseau, puis rechargez la page : votre classeur n’est pas perdu."));
    },
  );
}
