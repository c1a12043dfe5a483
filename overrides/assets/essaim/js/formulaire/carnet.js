// What goes in and out of the form as a whole: a draft, a file opened, what is sent.

import { newKey } from "./brouillons.js";
import { read } from "./champs.js";
import { pathOf } from "./proposition.js";
import { silentIn } from "./remplissage.js";

/** @typedef {import("./saisie.js").Work} Work */

/** @param {Work} work @returns {import("./brouillons.js").Draft} */
export function draftOf(work) {
  const entry = read(work.form, true);
  const silent = silentIn(work.form);
  if (silent.length) entry.non_documente = silent;
  return {
    cle: work.key,
    genre: work.kind,
    titre: titleOf(work, entry),
    date: new Date().toISOString(),
    taille: work.steps.size,
    etape: work.steps.current,
    entree: entry,
    identifiant: work.identifier,
    theme: work.theme,
    origine: work.origin,
  };
}

/** @param {Work} work @param {import("./champs.js").Tree} entry */
function titleOf(work, entry) {
  const parts = work.kind === "fiche" ? [entry.titre] : [work.checker?.titleOf(String(entry.fiche ?? "")), entry.lieu];
  return parts.filter(Boolean).join(", ").trim();
}

/**
 * Opens a file's text as a new draft.
 * @param {Work} work @param {string} text @param {{ id: string, theme: string }} [published] the sheet it is, when it is published
 * @returns {Promise<string>} what is wrong with it, or ''
 */
export async function openFile(work, text, published = { id: "", theme: "" }) {
  const checked = await work.checker?.read(text).catch(() => undefined);
  if (!checked) return "Le texte ne peut pas être lu pour l’instant : rechargez la page, puis réessayez.";
  const { entry, faults } = checked;
  if (!entry) return faults;
  if (work.kind === "fiche" && "fiche" in entry) return "Ce fichier raconte une reprise : ouvrez-le dans le formulaire « J’ai repris cette pratique ».";
  if (work.kind !== "fiche" && "titre" in entry) return "Ce fichier est une fiche : ouvrez-le dans le formulaire « Proposer une fiche ».";
  work.keep();
  work.key = newKey();
  work.clear();
  work.origin = published.id;
  work.theme = published.theme;
  work.load(entry);
  work.resize(entry.statut && entry.statut !== "graine" ? "fiche" : "graine", false);
  work.steps.open(work.steps.sections[0].dataset.etape ?? "");
  work.keep();
  work.drawDrafts();
  return faults && `Le fichier est ouvert, mais une partie n’a pas pu être lue. ${faults}`;
}

/** @param {Work} work @returns {import("./envoi.js").Outcome | null} */
export function outcomeOf(work) {
  if (!work.checker || !work.found) return null;
  const { entry, placed, elsewhere } = work.found;
  const id = work.nameFor(entry) || "fiche-sans-titre";
  const preview = work.kind === "fiche" ? work.preview.practice(entry, work.theme) : work.preview.replication(entry, work.checker.titleOf(String(entry.fiche ?? "")));
  const path = pathOf(work.kind, work.theme, id);
  return { kind: work.kind, title: titleOf(work, entry), id, path, yaml: work.checker.write(entry), exists: work.origin !== "", placed, elsewhere, preview };
}
