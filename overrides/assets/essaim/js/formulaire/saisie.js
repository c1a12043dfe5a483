// The form at work: what is typed, kept, checked and shown. Each part is its own module; this one ties them.

import { Preview } from "./apercu.js";
import { arrive } from "./arrivee.js";
import { Hold, openDraft } from "./brouillons.js";
import { keepDraft, openFile, outcomeOf, restart, resumeDraft, wipe } from "./carnet.js";
import { fieldsOf, read } from "./champs.js";
import { setUpChoices, setUpSheetChoices } from "./choix.js";
import { setUpCounters } from "./compteurs.js";
import { Progress, showSummary, spoken } from "./controle.js";
import { today } from "./dates.js";
import { setUpSending } from "./envoi.js";
import { place, showBeside } from "./erreurs.js";
import { Steps } from "./etapes.js";
import { setUpLists } from "./listes.js";
import { setUpDrafts, setUpImport } from "./panneau.js";
import { NOT_TOLD } from "./phrases.js";
import { chooseTheme, entryOf, freeName, nameOf } from "./proposition.js";
import { enter, filledSteps, suggest, tidy, tidyForm } from "./remplissage.js";
import { refreshSources, setUpSources } from "./renvois.js";
import { Checker } from "./verification.js";

/** @typedef {import("./champs.js").Tree} Tree */
/** @typedef {import("./erreurs.js").Placed} Placed */

/** Milliseconds without a key before what is typed is kept and checked again. */
const PAUSE = 350;

/** @param {HTMLElement} root */
export async function start(root) {
  await new Work(root).begin();
}

export class Work {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.kind = /** @type {"fiche" | "essaimage"} */ (root.dataset.formulaire);
    this.form = /** @type {HTMLFormElement} */ (root.querySelector("form"));
    this.hold = new Hold();
    this.theme = "";
    this.identifier = "";
    this.origin = "";
    this.mark = new RegExp(root.dataset.renvoi ?? "", "gv");
    this.preview = new Preview(this.form, this.mark);
    /** @type {Checker | null} */
    this.checker = null;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.waiting = undefined;
    this.steps = new Steps(root, this.form, (code) => this.stepOpened(code));
    this.progress = new Progress(this.form, this.steps);
    setUpLists(this.form, () => this.changed(), (text) => this.checker?.itemsOf(text) ?? []);
    setUpChoices(this.form);
    setUpSources(this.form);
    setUpSheetChoices(this.form, () => this.checker?.sheets ?? []);
    this.countAll = setUpCounters(this.form, (words) => this.announce(words));
    this.drawSending = setUpSending(root, () => outcomeOf(this));
    this.drawDrafts = setUpDrafts(root, this.kind, { current: () => this.hold.key, open: (draft) => resumeDraft(this, draft), erased: (keys) => keys.includes(this.hold.key) && restart(this) });
    setUpImport(root, (text) => openFile(this, text));
    this.listen();
  }

  async begin() {
    this.root.setAttribute("aria-busy", "true");
    refreshSources(this.form);
    const card = this.root.querySelector(".saisie__carte");
    if (card instanceof HTMLDetailsElement) card.open = matchMedia("(min-width: 68em)").matches;
    const draft = openDraft(this.kind);
    const hash = location.hash;
    // Typed while this was loading: that comes first, and the draft is offered.
    const begun = Object.keys(read(this.form)).length > 0;
    if (draft && !location.search && !begun) resumeDraft(this, draft, false);
    this.drawDrafts();
    try {
      this.checker = await Checker.load(this.kind);
      this.checker.teach(this.form);
      tidyForm(this.checker, this.form);
    } catch {
      this.warn("Les vérifications ne se chargent pas. Vous pouvez écrire : votre brouillon est gardé ; rechargez la page pour vérifier.");
    }
    await arrive(this);
    if (hash) this.steps.follow(hash);
    this.refresh();
    this.root.setAttribute("aria-busy", "false");
  }

  listen() {
    this.form.addEventListener("input", (event) => {
      if (event.target instanceof HTMLInputElement && event.target.id === "c-id") this.identifier = event.target.value.trim();
      if (event.target instanceof HTMLInputElement && event.target.name === "c-theme") this.theme = event.target.value;
      if (!(event.target instanceof HTMLElement && "filtre" in event.target.dataset)) this.changed();
    });
    this.form.addEventListener("change", (event) => this.leave(/** @type {Element} */ (event.target)));
    this.form.addEventListener("keydown", (event) => enter(this.form, event));
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.next();
    });
    this.root.addEventListener("click", (event) => this.click(/** @type {Element} */ (event.target)));
    for (const moment of ["pagehide", "visibilitychange"]) addEventListener(moment, () => this.keep());
    // Safari empties a form without completion when one comes back to its page.
    addEventListener("pagehide", () => (this.form.autocomplete = "on"));
    addEventListener("pageshow", () => (this.form.autocomplete = "off"));
  }

  /** @param {Element} target */
  click(target) {
    const pressed = /** @type {HTMLElement | null} */ (target.closest("button, .pas a"));
    if (!pressed) return;
    if ("effacer" in pressed.dataset) wipe(this);
    else if ("revenir" in pressed.dataset) this.steps.move(-1);
    else if ("quandMeme" in pressed.dataset) this.steps.move(1);
    else if (pressed.dataset.taille && pressed instanceof HTMLButtonElement) this.resize(/** @type {"graine" | "fiche"} */ (pressed.dataset.taille));
  }

  /** @param {Element} target a control whose value was settled */
  leave(target) {
    const understood = this.checker ? tidy(this.checker, target, today()) : "";
    this.progress.leave(target);
    this.refresh();
    if (understood) this.announce(`Compris : ${understood}`);
  }

  changed() {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => {
      this.keep();
      this.refresh();
    }, PAUSE);
  }

  entry() {
    this.theme = this.kind === "fiche" ? chooseTheme(this.form, this.theme) : "";
    const entry = entryOf(this.form, { kind: this.kind, size: this.steps.size, theme: this.theme });
    return this.checker?.cleaned(entry) ?? entry;
  }

  /** @param {Tree} entry */
  nameFor(entry) {
    return this.origin || this.identifier || freeName(nameOf(this.kind, entry), (id) => this.checker?.isTaken(id) ?? false);
  }

  /** Everything the page says of what is typed. */
  refresh() {
    refreshSources(this.form);
    const entry = this.entry();
    const { placed, elsewhere } = this.problems(entry);
    const told = placed.filter((one) => this.progress.isTold(one));
    if (showBeside(this.form, told)) this.announce(spoken(told));
    this.progress.mark(placed);
    this.checker?.showLike(this.form, entry, this.origin);
    this.root.querySelector("[data-carte]")?.replaceChildren(this.preview.card(this.checker?.respelled(entry) ?? entry, this.theme));
    this.found = { entry, placed, elsewhere };
    if (this.steps.current === "envoyer") this.drawSending((field) => this.steps.goTo(field));
  }

  /** @param {Tree} entry */
  problems(entry) {
    if (!this.checker) return { placed: [], elsewhere: [] };
    const found = this.checker.problems(entry, { id: this.nameFor(entry), theme: this.theme, exists: Boolean(this.origin) });
    return place(this.checker.model, this.form, found.filter((problem) => !NOT_TOLD.has(problem.regle)), entry);
  }

  /** The step's button: on to the next one, or to what is wrong here. */
  next() {
    this.progress.finish([this.steps.current]);
    this.keep();
    this.refresh();
    if (!showSummary(this.root, this.steps, this.found?.placed ?? [])) this.steps.move(1);
  }

  /** @param {string} code */
  stepOpened(code) {
    /** @type {HTMLElement} */ (this.root.querySelector("#resume")).hidden = true;
    if (code === "envoyer") this.progress.finish();
    this.keep();
    this.refresh();
  }

  /** @param {"graine" | "fiche"} size */
  resize(size, focus = true) {
    if (size === "fiche") suggest(this.form);
    this.steps.resize(size, filledSteps(this.form));
    /** @type {HTMLElement | null} */ (this.root.querySelector("[data-plus-loin]"))?.toggleAttribute("hidden", size === "fiche");
    /** @type {HTMLElement | null} */ (this.root.querySelector("[data-moins-loin]"))?.toggleAttribute("hidden", size === "graine" || this.origin !== "");
    if (focus) this.steps.open(size === "fiche" ? "deroule" : "envoyer");
  }

  /** @param {string} key */
  field(key) {
    return fieldsOf(this.form).find((one) => one.dataset.cle === key) ?? null;
  }

  keep() {
    keepDraft(this);
  }

  /** @param {string} words */
  warn(words) {
    const place = this.root.querySelector("[data-garde]");
    if (place && place.textContent !== words) place.textContent = words;
    place?.classList.add("avis");
  }

  /** @param {string} words */
  announce(words) {
    const place = this.root.querySelector("[data-annonce]");
    if (place) place.textContent = words;
  }
}
