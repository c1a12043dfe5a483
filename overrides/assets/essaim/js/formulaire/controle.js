// When a fault is told, and how a step says whether it is done.

import { links } from "./erreurs.js";
import { OF_ABSENCE } from "./phrases.js";
import { filledSteps } from "./remplissage.js";

/** @typedef {import("./erreurs.js").Placed} Placed */
/** @typedef {import("./etapes.js").Steps} Steps */

const PLACES = "[data-cle], [data-element], [data-identifiant]";

/** @param {Placed} one */
const isFault = (one) => one.problem.gravite === "erreur";

/** How far one has gone: what is missing is told once its step is done; what is wrong, once its field is left. */
export class Progress {
  /** @param {HTMLElement} form @param {Steps} steps */
  constructor(form, steps) {
    this.form = form;
    this.steps = steps;
    /** Fields and elements. @type {Set<Element>} */
    this.left = new Set();
    /** Steps. @type {Set<string>} */
    this.done = new Set();
  }

  clear() {
    this.left.clear();
    this.done.clear();
  }

  /** @param {Element} target a control whose value was settled */
  leave(target) {
    for (let one = target.closest(PLACES); one; one = one.parentElement?.closest(PLACES) ?? null) this.left.add(one);
  }

  /** A draft or a file comes with what was already left and done. @param {Iterable<string>} done */
  takeUp(done) {
    for (const place of this.form.querySelectorAll(PLACES)) this.left.add(place);
    this.finish(done);
  }

  /** @param {Iterable<string>} [codes] steps; all of them when left out */
  finish(codes = this.steps.sections.map((one) => one.dataset.etape ?? "")) {
    for (const code of codes) this.done.add(code);
  }

  /** @param {Placed} one */
  isTold({ field, problem }) {
    const step = field.closest("[data-etape]")?.getAttribute("data-etape") ?? "";
    return this.done.has(step) || (!OF_ABSENCE.has(problem.regle) && this.left.has(field));
  }

  /** Marks each step with what can be said of it now. The last one is never over: it sends. @param {Placed[]} placed */
  mark(placed) {
    const filled = filledSteps(this.form);
    for (const section of this.steps.sections) {
      const code = section.dataset.etape ?? "";
      const wrong = placed.filter((one) => isFault(one) && section.contains(one.field));
      const over = code !== "envoyer" && !wrong.length && (this.done.has(code) || filled.has(code));
      this.steps.mark(code, wrong.some((one) => this.isTold(one)) ? "à revoir" : over ? "terminée" : "");
    }
  }
}

/** The fault nearest to where one is, for a voice. @param {Placed[]} told */
export function spoken(told) {
  const here = told.find((one) => one.field.contains(document.activeElement)) ?? told.at(-1);
  return here ? `À revoir : ${here.texte} ; ${here.remede}.` : "";
}

/** The faults of the current step, listed above it. @param {HTMLElement} root @param {Steps} steps @param {Placed[]} placed @returns {boolean} whether there are any */
export function showSummary(root, steps, placed) {
  const section = steps.sections.find((one) => one.dataset.etape === steps.current);
  const faults = placed.filter((one) => isFault(one) && section?.contains(one.field));
  if (!faults.length) return false;
  const summary = /** @type {HTMLElement} */ (root.querySelector("#resume"));
  const title = /** @type {HTMLElement} */ (summary.querySelector("h2"));
  title.textContent = faults.length > 1 ? `${faults.length} points à revoir dans cette étape` : "Un point à revoir dans cette étape";
  summary.querySelector("ul")?.replaceChildren(...links(faults, (field) => steps.goTo(field)));
  summary.hidden = false;
  summary.focus();
  summary.scrollIntoView({ block: "start" });
  return true;
}
