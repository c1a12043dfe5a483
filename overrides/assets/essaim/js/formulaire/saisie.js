// The form at work: what is typed, kept, checked and shown. Each part is its own module; this one ties them.

import { Preview } from "./apercu.js";
import { closeDraft, keep, newKey, openDraft } from "./brouillons.js";
import { fieldsOf, read } from "./champs.js";
import { setUpChoices, setUpSheetChoice } from "./choix.js";
import { setUpCounters } from "./compteurs.js";
import { setUpSending } from "./envoi.js";
import { links, place, showBeside } from "./erreurs.js";
import { Steps } from "./etapes.js";
import { setUpLists } from "./listes.js";
import { setUpDrafts, setUpImport } from "./panneau.js";
import { NOT_TOLD, OF_ABSENCE } from "./phrases.js";
import { chooseTheme, entryOf, freeName, pathOf, slug } from "./proposition.js";
import { clearForm, enter, loadForm, rewrite, silentIn, suggest } from "./remplissage.js";
import { refreshSources, setUpSources } from "./renvois.js";
import { arrive } from "./arrivee.js";
import { Checker } from "./verification.js";

/** @typedef {import("./champs.js").Tree} Tree */
/** @typedef {import("./brouillons.js").Draft} Draft */
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
    this.key = newKey();
    this.theme = "";
    this.identifier = "";
    this.origin = "";
    /** Keys and elements whose field was left, and steps that were done: their faults are told. @type {Set<Element>} */
    this.left = new Set();
    /** @type {Set<string>} */
    this.done = new Set();
    this.mark = new RegExp(root.dataset.renvoi ?? "", "gv");
    this.preview = new Preview(this.form, this.mark);
    /** @type {Checker | null} */
    this.checker = null;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.waiting = undefined;
    this.steps = new Steps(root, this.form, (code) => this.stepOpened(code));
    setUpLists(this.form, () => this.changed());
    setUpChoices(this.form);
    setUpSources(this.form);
    for (const field of this.sheetChoices()) this.setUpSheets(field);
    this.countAll = setUpCounters(this.form, (words) => this.announce(words));
    this.drawSending = setUpSending(root, () => this.outcome());
    this.drawDrafts = setUpDrafts(root, this.kind, { current: () => this.key, open: (draft) => this.resume(draft), erased: (keys) => keys.includes(this.key) && this.restart() });
    setUpImport(root, (text) => this.open(text, ""));
    this.listen();
  }

  async begin() {
    this.root.setAttribute("aria-busy", "true");
    refreshSources(this.form);
    const card = this.root.querySelector(".saisie__carte");
    if (card instanceof HTMLDetailsElement) card.open = matchMedia("(min-width: 68em)").matches;
    const draft = openDraft(this.kind);
    const hash = location.hash;
    if (draft && !location.search) this.resume(draft, false);
    this.drawDrafts();
    try {
      this.checker = await Checker.load(this.kind);
      this.checker.teach(this.form);
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
    this.form.addEventListener("essaim:element", (event) => {
      const fields = /** @type {HTMLElement} */ (event.target).querySelectorAll("[data-genre='fiche']");
      for (const field of fields) this.setUpSheets(/** @type {HTMLElement} */ (field));
    });
    this.form.addEventListener("keydown", (event) => enter(this.form, event));
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.next();
    });
    this.root.addEventListener("click", (event) => this.click(/** @type {Element} */ (event.target)));
    for (const moment of ["pagehide", "visibilitychange"]) addEventListener(moment, () => this.keep());
  }

  /** @param {Element} target */
  click(target) {
    const pressed = /** @type {HTMLElement | null} */ (target.closest("button, .pas a"));
    if (!pressed) return;
    if ("revenir" in pressed.dataset) this.steps.move(-1);
    else if ("quandMeme" in pressed.dataset) this.steps.move(1);
    else if (pressed.dataset.taille && pressed instanceof HTMLButtonElement) this.resize(/** @type {"graine" | "fiche"} */ (pressed.dataset.taille));
  }

  /** @param {Element} target a control whose value was settled */
  leave(target) {
    const field = /** @type {HTMLElement | null} */ (target.closest("[data-cle]"));
    if (target instanceof HTMLInputElement) rewrite(target, field?.dataset.genre ?? "");
    for (let one = target.closest("[data-cle], [data-element]"); one; one = one.parentElement?.closest("[data-cle], [data-element]") ?? null) this.left.add(one);
    this.refresh();
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
    return entryOf(this.form, { kind: this.kind, size: this.steps.size, theme: this.theme });
  }

  /** @param {Tree} entry */
  nameFor(entry) {
    if (this.origin) return this.origin;
    if (this.identifier) return this.identifier;
    const name = this.kind === "fiche" ? slug(String(entry.titre ?? "")) : slug(`${slug(String(entry.fiche ?? ""), 34)} ${entry.lieu ?? ""}`, 58);
    return freeName(name, (id) => this.checker?.isTaken(id) ?? false);
  }

  /** Everything the page says of what is typed. */
  refresh() {
    refreshSources(this.form);
    const entry = this.entry();
    const { placed, elsewhere } = this.problems(entry);
    const told = placed.filter((one) => this.isTold(one));
    if (showBeside(this.form, told)) this.announceFaults(told);
    this.markSteps(placed);
    this.checker?.showLike(this.form, entry, this.origin);
    this.root.querySelector("[data-carte]")?.replaceChildren(this.preview.card(entry, this.theme));
    this.found = { entry, placed, elsewhere };
    if (this.steps.current === "envoyer") this.drawSending((field) => this.steps.goTo(field));
  }

  /** @param {Tree} entry */
  problems(entry) {
    const id = this.nameFor(entry);
    const all = this.checker?.problems(entry, { id, theme: this.theme, exists: Boolean(this.origin) }) ?? [];
    return place(this.form, all.filter((problem) => !NOT_TOLD.has(problem.regle)), entry);
  }

  /** What is missing is told once the step is done; what is wrong, once its field is left. @param {Placed} one */
  isTold({ field, problem }) {
    const step = field.closest("[data-etape]")?.getAttribute("data-etape") ?? "";
    if (this.done.has(step)) return true;
    return !OF_ABSENCE.has(problem.regle) && this.left.has(field);
  }

  /** @param {Placed[]} placed */
  markSteps(placed) {
    for (const section of this.steps.sections) {
      const code = section.dataset.etape ?? "";
      const wrong = placed.some((one) => one.problem.gravite === "erreur" && section.contains(one.field));
      this.steps.mark(code, !this.done.has(code) ? "" : wrong ? "à revoir" : "terminée");
    }
  }

  /** The step's button: on to the next one, or to what is wrong here. */
  next() {
    const code = this.steps.current;
    this.done.add(code);
    this.keep();
    this.refresh();
    const section = this.steps.sections.find((one) => one.dataset.etape === code);
    const faults = (this.found?.placed ?? []).filter((one) => one.problem.gravite === "erreur" && section?.contains(one.field));
    if (!faults.length) return this.steps.move(1);
    const summary = /** @type {HTMLElement} */ (this.root.querySelector("#resume"));
    const title = /** @type {HTMLElement} */ (summary.querySelector("h2"));
    title.textContent = faults.length > 1 ? `${faults.length} points à revoir dans cette étape` : "Un point à revoir dans cette étape";
    summary.querySelector("ul")?.replaceChildren(...links(faults, (field) => this.steps.goTo(field)));
    summary.hidden = false;
    summary.focus();
    summary.scrollIntoView({ block: "start" });
  }

  /** @param {string} code */
  stepOpened(code) {
    /** @type {HTMLElement} */ (this.root.querySelector("#resume")).hidden = true;
    if (code === "envoyer") for (const section of this.steps.sections) this.done.add(section.dataset.etape ?? "");
    this.keep();
    this.refresh();
  }

  /** @param {"graine" | "fiche"} size */
  resize(size, focus = true) {
    this.steps.resize(size);
    /** @type {HTMLElement | null} */ (this.root.querySelector("[data-plus-loin]"))?.toggleAttribute("hidden", size === "fiche");
    /** @type {HTMLElement | null} */ (this.root.querySelector("[data-moins-loin]"))?.toggleAttribute("hidden", size === "graine");
    if (size === "fiche") suggest(this.form);
    if (focus) this.steps.open(size === "fiche" ? "deroule" : "envoyer");
  }

  /** @param {string} key */
  field(key) {
    return fieldsOf(this.form).find((one) => one.dataset.cle === key) ?? null;
  }

  sheetChoices() {
    return /** @type {NodeListOf<HTMLElement>} */ (this.form.querySelectorAll("[data-genre='fiche']"));
  }

  /** @param {HTMLElement} field */
  setUpSheets(field) {
    setUpSheetChoice(field, () => this.checker?.sheets ?? []);
  }

  /** @returns {Draft} */
  draft() {
    const entry = read(this.form, true);
    const silent = silentIn(this.form);
    if (silent.length) entry.non_documente = silent;
    const title = this.kind === "fiche" ? String(entry.titre ?? "") : [entry.lieu, this.checker?.titleOf(String(entry.fiche ?? ""))].filter(Boolean).join(", ");
    return { cle: this.key, genre: this.kind, titre: title.trim(), date: new Date().toISOString(), taille: this.steps.size, etape: this.steps.current, entree: entry, identifiant: this.identifier, theme: this.theme, origine: this.origin };
  }

  keep() {
    if (Object.keys(read(this.form)).length && !keep(this.draft())) this.warn("Ce navigateur refuse de garder un brouillon. Le formulaire fonctionne ; téléchargez le fichier avant de fermer la page.");
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

  /** @param {Placed[]} told */
  announceFaults(told) {
    const here = told.find((one) => one.field.contains(document.activeElement)) ?? told.at(-1);
    if (here) this.announce(`À revoir : ${here.texte} ; ${here.remede}.`);
  }

  clear() {
    clearForm(this.form);
    this.left.clear();
    this.done.clear();
    this.theme = this.identifier = this.origin = "";
  }

  /** @param {Tree} entry */
  load(entry) {
    loadForm(this.form, entry);
    this.countAll();
  }

  restart() {
    closeDraft(this.kind);
    this.key = newKey();
    this.clear();
    this.resize("graine", false);
    this.load({});
    this.steps.open(this.steps.sections[0].dataset.etape ?? "");
  }

  /** @param {Draft} draft */
  resume(draft, open = true) {
    if (open) this.keep();
    this.key = draft.cle;
    this.clear();
    Object.assign(this, { theme: draft.theme ?? "", identifier: draft.identifiant ?? "", origin: draft.origine ?? "" });
    this.load(draft.entree);
    this.resize(draft.taille === "fiche" ? "fiche" : "graine", false);
    this.steps.open(draft.etape, open);
    this.drawDrafts();
  }

  /**
   * Opens a file's text as a new draft. @param {string} text @param {string} origin the published sheet it is, or ''
   * @returns {Promise<string>} what is wrong with it, or ''
   */
  async open(text, origin, theme = "") {
    const checked = await this.checker?.read(text);
    if (!checked) return "Le texte ne peut pas être lu pour l’instant : rechargez la page, puis réessayez.";
    if (!checked.entry) return checked.faults;
    if (this.kind === "fiche" ? "fiche" in checked.entry : "titre" in checked.entry) return this.kind === "fiche" ? "Ce fichier raconte une reprise : ouvrez-le dans le formulaire « J’ai repris cette pratique »." : "Ce fichier est une fiche : ouvrez-le dans le formulaire « Proposer une fiche ».";
    this.keep();
    this.key = newKey();
    this.clear();
    this.origin = origin;
    this.theme = theme;
    this.load(checked.entry);
    this.resize(checked.entry.statut && checked.entry.statut !== "graine" ? "fiche" : "graine", false);
    this.steps.open(this.steps.sections[0].dataset.etape ?? "");
    this.keep();
    this.drawDrafts();
    return checked.faults && `Le fichier est ouvert, mais une partie n’a pas pu être lue. ${checked.faults}`;
  }

  outcome() {
    if (!this.checker || !this.found) return null;
    const { entry, placed, elsewhere } = this.found;
    const id = this.nameFor(entry) || "fiche-sans-titre";
    const title = this.kind === "fiche" ? String(entry.titre ?? "") : `${this.checker.titleOf(String(entry.fiche ?? ""))}, ${entry.lieu ?? ""}`;
    const preview = this.kind === "fiche" ? this.preview.practice(entry, this.theme) : this.preview.replication(entry, this.checker.titleOf(String(entry.fiche ?? "")));
    return { kind: this.kind, title, id, path: pathOf(this.kind, this.theme, id), yaml: this.checker.write(entry), exists: Boolean(this.origin), placed, elsewhere, preview };
  }
}
