// One step at a time, in the address: the back button goes back one step, a link opens the right question.

import { fieldsOf, focusOf } from "./champs.js";

export class Steps {
  /** @param {HTMLElement} root the form's whole block @param {HTMLFormElement} form @param {(code: string, former: string) => void} changed */
  constructor(root, form, changed) {
    this.root = root;
    this.form = form;
    this.changed = changed;
    /** @type {"graine" | "fiche"} */
    this.size = "graine";
    /** Steps of the second size that hold an answer. @type {Set<string>} */
    this.filled = new Set();
    this.current = this.sections[0].dataset.etape ?? "";
    this.title = document.title;
    addEventListener("hashchange", () => (location.hash ? this.follow(location.hash) : this.first()));
  }

  /** Those of the size chosen, in order. @returns {HTMLElement[]} */
  get sections() {
    const all = /** @type {NodeListOf<HTMLElement>} */ (this.form.querySelectorAll("[data-etape]"));
    return [...all].filter((one) => this.isShown(one));
  }

  /** @param {HTMLElement} step a section, or its item in the list */
  isShown({ dataset }) {
    return this.size === "fiche" || dataset.taille === "graine" || this.filled.has(dataset.etape ?? dataset.pas ?? "");
  }

  /** @param {"graine" | "fiche"} size @param {Set<string>} filled steps that hold an answer */
  resize(size, filled = this.filled) {
    this.size = size;
    this.filled = filled;
    for (const item of /** @type {NodeListOf<HTMLElement>} */ (this.root.querySelectorAll("[data-pas]"))) item.hidden = !this.isShown(item);
    this.root.dataset.taille = size;
    this.draw();
  }

  /** The address without a step is the first one's. */
  first() {
    const code = this.sections[0].dataset.etape ?? "";
    this.open(code, true, false);
  }

  /** Opens what an address names: a step (`#etape-sources`) or a key of the model (`#cout`). @param {string} hash @returns {boolean} */
  follow(hash) {
    const name = decoded(hash.slice(1));
    const code = name.replace(/^etape-/, "");
    if (name.startsWith("etape-") && this.sections.some((one) => one.dataset.etape === code)) {
      this.open(code);
      return true;
    }
    const field = fieldsOf(this.form).find((one) => one.dataset.cle === name);
    if (!field) return false;
    // One question more is not the whole second size: a graine stays one.
    this.resize(this.size, new Set([...this.filled, field.closest("[data-etape]")?.getAttribute("data-etape") ?? ""]));
    this.goTo(field);
    return true;
  }

  /** @param {string} code @param {boolean} focus on the step's title @param {boolean} recorded in the browser's history */
  open(code, focus = true, recorded = true) {
    const former = this.current;
    this.current = code;
    for (const one of /** @type {NodeListOf<HTMLElement>} */ (this.form.querySelectorAll("[data-etape]"))) one.toggleAttribute("data-ouverte", one.dataset.etape === code);
    this.draw();
    if (recorded && location.hash !== `#etape-${code}`) history.pushState(null, "", `#etape-${code}`);
    if (focus) {
      const heading = /** @type {HTMLElement | null} */ (this.form.querySelector(`#etape-${code}-titre`));
      heading?.focus({ preventScroll: true });
      this.root.querySelector(".pas")?.scrollIntoView({ block: "start" });
    }
    this.changed(code, former);
  }

  /** @param {1 | -1} way */
  move(way) {
    const codes = this.sections.map((one) => one.dataset.etape ?? "");
    const next = codes[codes.indexOf(this.current) + way];
    if (next) this.open(next);
  }

  /** Opens the step of a field, and the field. @param {HTMLElement} field */
  goTo(field) {
    const code = field.closest("[data-etape]")?.getAttribute("data-etape");
    if (code && code !== this.current) this.open(code, false);
    const target = focusOf(field);
    for (let one = target.closest("details"); one; one = one.parentElement?.closest("details") ?? null) one.open = true;
    target.focus();
    field.scrollIntoView({ block: "center" });
  }

  draw() {
    const sections = this.sections;
    const rank = sections.findIndex((one) => one.dataset.etape === this.current);
    const name = sections[rank]?.querySelector(".etape__titre")?.textContent ?? "";
    sections.forEach((one, place) => {
      const item = this.root.querySelector(`[data-pas="${one.dataset.etape}"]`);
      const link = item?.querySelector("a");
      if (place === rank) link?.setAttribute("aria-current", "step");
      else link?.removeAttribute("aria-current");
      const number = item?.querySelector(".pas__rang");
      if (number) number.textContent = String(place + 1);
    });
    const where = this.root.querySelector(".pas__ou");
    if (where) where.textContent = `Étape ${rank + 1} sur ${sections.length} : ${name}`;
    document.title = `Étape ${rank + 1} sur ${sections.length}, ${name} – ${this.title}`;
  }

  /** @param {string} code @param {"" | "terminée" | "à revoir"} state */
  mark(code, state) {
    const item = /** @type {HTMLElement | null} */ (this.root.querySelector(`[data-pas="${code}"]`));
    if (!item) return;
    item.dataset.etat = state === "terminée" ? "fait" : state ? "revoir" : "";
    const said = item.querySelector(".pas__etat");
    if (said) said.textContent = state ? ` (${state})` : "";
  }
}

/** What follows the # of an address; as it is when a link cut in two left half a character. @param {string} written */
function decoded(written) {
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}
