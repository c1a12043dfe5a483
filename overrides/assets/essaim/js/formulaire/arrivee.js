// Where one comes from: a sheet to correct, a practice taken up, a search that found nothing.

import { drafts } from "./brouillons.js";
import { keepDraft, load, openFile, resumeDraft } from "./carnet.js";
import { controlOf } from "./champs.js";
import { today } from "./dates.js";

/** @typedef {import("./saisie.js").Work} Work */

/** Prefills the form with what the address says, once: a reload finds the draft. @param {Work} work */
export async function arrive(work) {
  const query = new URLSearchParams(location.search);
  const [corrected, taken, subject] = ["corriger", "fiche", "sujet"].map((name) => query.get(name)?.trim() ?? "");
  if (work.kind === "fiche" && corrected) await correct(work, corrected);
  else if (work.kind === "essaimage" && taken) takeUp(work, taken);
  else if (work.kind === "fiche" && subject) begin(work, subject);
  if (location.search) history.replaceState(null, "", location.pathname + location.hash);
}

/** @param {Work} work @param {string} id */
async function correct(work, id) {
  const begun = drafts(work.kind).find((draft) => draft.origine === id);
  if (begun) {
    resumeDraft(work, begun, false);
    return remind(work, "Vous aviez commencé à corriger cette fiche : votre brouillon est repris.");
  }
  const sheet = work.checker?.sheets.find((one) => one.id === id);
  if (!sheet) return remind(work, `Aucune fiche « ${id} » : vérifiez l’adresse, ou proposez une nouvelle fiche.`);
  try {
    const answer = await fetch(`${work.root.dataset.racine}fiches/${id}/${id}.yaml`);
    if (!answer.ok) throw new Error(String(answer.status));
    const wrong = await openFile(work, await answer.text(), sheet);
    const updated = work.field("date_maj");
    if (updated && controlOf(updated).value) controlOf(updated).value = today();
    remind(work, wrong || `Vous corrigez la fiche « ${sheet.titre} ». Changez ce qu’il faut, puis allez à « Relire et envoyer ». Elle sera datée d’aujourd’hui.`);
  } catch {
    remind(work, "La fiche ne se charge pas. Rechargez la page pour réessayer.");
  }
}

/** @param {Work} work @param {string} id */
function takeUp(work, id) {
  const begun = drafts(work.kind).find((draft) => draft.entree.fiche === id);
  if (begun) {
    resumeDraft(work, begun, false);
    return remind(work, "Vous aviez commencé ce récit : votre brouillon est repris.");
  }
  load(work, { fiche: id });
  keepDraft(work);
}

/** @param {Work} work @param {string} subject */
function begin(work, subject) {
  load(work, { probleme: subject.slice(0, 300) });
  keepDraft(work);
  const field = work.field("probleme");
  if (field) {
    const note = document.createElement("p");
    note.className = "avis";
    note.textContent = "Votre recherche est déjà là. Dites-en un peu plus : quelle était la situation ?";
    controlOf(field).before(note);
  }
  remind(work, `Vous cherchiez « ${subject.slice(0, 120)} ». Si vous connaissez une pratique qui y répond, décrivez-la : votre recherche est notée à l’étape « Le problème et la réponse ».`);
}

/** @param {Work} work @param {string} words */
function remind(work, words) {
  const note = document.createElement("p");
  note.className = "avis saisie__rappel";
  note.setAttribute("role", "status");
  work.root.prepend(note);
  note.textContent = words;
}
