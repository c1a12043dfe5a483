// What goes in and out of the form as a whole: a draft, a file opened, what is sent.

import { closeDraft, erase, Hold } from "./brouillons.js";
import { read } from "./champs.js";
import { pathOf } from "./proposition.js";
import { clearForm, loadForm, silentIn, tidyForm } from "./remplissage.js";

/** @typedef {import("./saisie.js").Work} Work */

/** @param {Work} work @returns {import("./brouillons.js").Draft} */
function draftOf(work) {
  const entry = read(work.form, true);
  const silent = silentIn(work.form);
  if (silent.length) entry.non_documente = silent;
  return {
    cle: work.hold.key,
    genre: work.kind,
    titre: titleOf(work, entry),
    date: new Date().toISOString(),
    taille: work.steps.size,
    etape: work.steps.current,
    faites: [...work.progress.done],
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

/** @param {Work} work */
export function keepDraft(work) {
  if (!Object.keys(read(work.form)).length) return;
  const kept = work.hold.keep(draftOf(work));
  if (kept === "refusé") work.warn("Ce navigateur refuse de garder un brouillon. Le formulaire fonctionne ; téléchargez le fichier avant de fermer la page.");
  if (kept === "à part") {
    work.warn("Ce brouillon a changé dans un autre onglet. Ce que vous tapez ici est gardé à part, dans un second brouillon : rien n’est perdu.");
    work.drawDrafts();
  }
}

/** @param {Work} work @param {import("./brouillons.js").Draft} draft */
export function resumeDraft(work, draft, open = true) {
  if (open) keepDraft(work);
  clear(work);
  Object.assign(work, { theme: draft.theme, identifier: draft.identifiant, origin: draft.origine });
  load(work, draft.entree);
  work.resize(draft.taille === "fiche" ? "fiche" : "graine", false);
  work.progress.takeUp(draft.faites ?? []);
  work.hold.take(draft, draftOf(work));
  work.steps.open(draft.etape, open);
  work.drawDrafts();
}

/** An empty form, and a draft that does not exist yet. @param {Work} work */
export function restart(work) {
  closeDraft(work.kind);
  clear(work);
  load(work, {});
  work.resize("graine", false);
  work.steps.open(work.steps.sections[0].dataset.etape ?? "");
  work.drawDrafts();
}

/** What is typed here, and its draft. @param {Work} work */
export function wipe(work) {
  if (!confirm("Effacer ce que vous avez tapé ? On ne pourra pas revenir en arrière.")) return;
  erase(work.hold.key);
  restart(work);
  work.announce("Effacé.");
}

/** @param {Work} work */
function clear(work) {
  clearForm(work.form);
  work.progress.clear();
  work.hold = new Hold();
  work.theme = work.identifier = work.origin = "";
}

/** @param {Work} work @param {import("./champs.js").Tree} entry */
export function load(work, entry) {
  loadForm(work.form, entry);
  if (work.checker) tidyForm(work.checker, work.form);
  work.countAll();
}

/**
 * Opens a file's text as a new draft.
 * @param {Work} work @param {string} text @param {{ id: string, theme: string }} [published] the sheet it is, when it is published
 * @returns {Promise<string>} what is wrong with it, or ''
 */
export async function openFile(work, text, published = { id: "", theme: "" }) {
  const checked = await work.checker?.read(text).catch(() => undefined);
  if (!checked) return "Le texte ne peut pas être lu pour l’instant. Il reste ici : réessayez quand la connexion sera revenue.";
  const { entry, faults } = checked;
  if (!entry) return faults.join(" ");
  if (work.kind === "fiche" && "fiche" in entry) return "Ce fichier raconte une reprise : ouvrez-le dans le formulaire « J’ai repris cette pratique ».";
  if (work.kind !== "fiche" && "titre" in entry) return "Ce fichier est une fiche : ouvrez-le dans le formulaire « Proposer une fiche ».";
  const homeless = work.checker?.homeless(entry) ?? [];
  if (homeless.length) faults.push(`Aucune question ne répond à ${homeless.join(", ")} : recopiez-en ce qui est utile dans les réponses.`);
  keepDraft(work);
  clear(work);
  work.origin = published.id;
  work.theme = published.theme;
  load(work, entry);
  work.resize(entry.statut && entry.statut !== "graine" ? "fiche" : "graine", false);
  work.progress.takeUp([]);
  work.progress.finish();
  work.steps.open(work.steps.sections[0].dataset.etape ?? "");
  keepDraft(work);
  work.drawDrafts();
  return faults.length ? `Le fichier est ouvert, mais une partie n’a pas trouvé sa place ; son texte reste ici. ${faults.join(" ")}` : "";
}

/** @param {Work} work @returns {import("./envoi.js").Outcome | null} */
export function outcomeOf(work) {
  if (!work.checker || !work.found) return null;
  const { entry, placed, elsewhere } = work.found;
  const id = work.nameFor(entry) || "fiche-sans-titre";
  const shown = work.checker.respelled(entry);
  const preview = work.kind === "fiche" ? work.preview.practice(shown, work.theme) : work.preview.replication(shown, work.checker.titleOf(String(entry.fiche ?? "")));
  const path = pathOf(work.kind, work.theme, id);
  return { kind: work.kind, title: titleOf(work, entry), id, path, yaml: work.checker.write(entry), exists: work.origin !== "", placed, elsewhere, preview };
}
