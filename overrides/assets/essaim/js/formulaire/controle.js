// When a fault is told, and how a step says whether it is done.

import { links } from "./erreurs.js";
import { OF_ABSENCE } from "./phrases.js";

/** @typedef {import("./erreurs.js").Placed} Placed */
/** @typedef {import("./etapes.js").Steps} Steps */

/** @param {Placed} one */
const isFault = (one) => one.problem.gravite === "erreur";

/**
 * What is missing is told once the step is done; what is wrong, once its field is left.
 * @param {Placed} placed @param {Set<string>} done steps @param {Set<Element>} left fields
 */
export function isTold({ field, problem }, done, left) {
  const step = field.closest("[data-etape]")?.getAttribute("data-etape") ?? "";
  return done.has(step) || (!OF_ABSENCE.has(problem.regle) && left.has(field));
}

/** The fault nearest to where one is, for a voice. @param {Placed[]} told */
export function spoken(told) {
  const here = told.find((one) => one.field.contains(document.activeElement)) ?? told.at(-1);
  return here ? `À revoir : ${here.texte} ; ${here.remede}.` : "";
}

/** @param {Steps} steps @param {Placed[]} placed @param {Set<string>} done */
export function markSteps(steps, placed, done) {
  for (const section of steps.sections) {
    const code = section.dataset.etape ?? "";
    const wrong = placed.some((one) => isFault(one) && section.contains(one.field));
    steps.mark(code, !done.has(code) ? "" : wrong ? "à revoir" : "terminée");
  }
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
