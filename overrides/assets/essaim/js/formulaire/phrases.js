// A problem, told to someone who fills a form: the verdict is the rules', and so are the words.

import { piece, retold } from "../modele/phrases.js";

/** @typedef {import("../modele/modele.js").Model} Model */
/** @typedef {import("../modele/modele.js").Problem} Problem */
/** @typedef {{ texte: string, remede: string }} Told */

/** Rules that say something is missing: told once the step is done, never while it is being filled. */
export const OF_ABSENCE = new Set(["champ-requis", "requis-pour-une-fiche", "manque-a-dire", "liste-trop-courte", "source-sans-adresse", "parole-sans-source", "preuve-sans-resultat", "preuve-sans-evaluation", "preuve-sans-tiers", "arret-sans-motif", "source-orpheline", "terme-inactif"]);

/** Put right by the file that is written, or shown elsewhere on the page. */
export const NOT_TOLD = new Set(["apostrophe-droite", "espace-francaise", "quasi-doublon"]);

/** @param {Model} model @param {Problem} problem @param {HTMLElement} field where it is shown @returns {Told} */
export function told(model, problem, field) {
  const sinon = piece(model, field.querySelector("[data-inconnu]") ? "ou_cochez" : "ou_graine");
  const [texte, remede] = retold(model, problem, field.dataset.genre ?? "", { sinon });
  return { texte, remede };
}
