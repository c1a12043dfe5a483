// The rules that no table holds: what an entry points at, what its words look like. One function a rule, as in Python.

import { termOf } from "./modele.js";
import { isText } from "./parcours.js";
import { fault, piece } from "./phrases.js";
import { remedyFor, suggestion } from "./proche_mot.js";
import { compile, isWhole, matches, quoted, visible, words } from "./textes.js";

/**
 * @typedef {import("./exigences.js").Written} Written
 * @typedef {import("./modele.js").Kind} Kind
 * @typedef {import("./modele.js").Model} Model
 * @typedef {import("./modele.js").Path} Path
 * @typedef {import("./modele.js").Problem} Problem
 *
 * @typedef {object} Look what a rule may look at
 * @property {Model} model
 * @property {Kind} kind
 * @property {Record<string, any>} entry typed, with its `id` and `theme`
 * @property {Set<string>} written the keys that were written, empty or not
 * @property {Written[]} scalars
 * @property {string} today AAAA-MM-JJ
 * @property {boolean} isNew the file does not exist yet
 */

/** Whether all the questions of the model are asked of a sheet. @param {Look} look */
export const isPastSeed = ({ model, kind, entry }) => kind === "fiche" && entry.statut !== "graine" && Boolean(termOf(model, "statuts", entry.statut));

/** @param {any} value */
const isFilled = (value) => (Array.isArray(value) ? value.length > 0 : Boolean(value));

/** Whether what was written has its own fault already: in a draft alone. @param {Look} look @param {string} name */
const isUnsound = ({ entry, written }, name) => written.has(name) && entry[name] === undefined;

/** @param {Look} look */
const prose = ({ model, scalars }) => scalars.filter((one) => isText(one) && !one.path.some((step) => model.listes.pas_de_prose.includes(step)));

/** @param {Look} look @returns {Problem[]} */
export function requisPourUneFiche(look) {
  const { model, entry, written } = look;
  if (!isPastSeed(look)) return [];
  return model.listes.demandees
    .filter((name) => !isFilled(entry[name]) && !(entry.non_documente ?? []).includes(name) && !isUnsound(look, name))
    .map((name) =>
      fault(model, [name], "requis-pour-une-fiche", {
        cle: name,
        faute: piece(model, written.has(name) ? "vide" : "manque"),
        remede: written.has(name) ? piece(model, "completez") : piece(model, "ajoutez", { cle: name }),
        non_documente: model.listes.tues.includes(name) ? piece(model, "non_documente", { cle: name }) : "",
      }),
    );
}

/** @param {Look} look @returns {Problem[]} */
export function nonDocumenteAbusif({ model, entry }) {
  return (entry.non_documente ?? []).flatMap((/** @type {string} */ name, /** @type {number} */ rank) => {
    const path = ["non_documente", rank];
    if (name === undefined) return [];
    if (!model.listes.tues.includes(name)) {
      const remede = remedyFor(model, name, model.listes.tues, "CONTRIBUTING.md");
      return [fault(model, path, "non-documente-abusif", { cle: quoted(model, name), remede })];
    }
    return isFilled(entry[name]) ? [fault(model, path, "non-documente-abusif/donne", { cle: name })] : [];
  });
}

/** @param {Look} look @returns {Problem[]} */
export function titreSansVerbe({ model, kind, entry }) {
  if (kind !== "fiche" || entry.titre === undefined) return [];
  const rest = entry.titre.replace(compile(model.motifs.avant_verbe, "debut"), "");
  const first = rest.split(compile(model.motifs.entre_mots))[0].toLowerCase();
  if (isWhole(model.motifs.infinitif, first) && !model.listes.pas_des_verbes.includes(first)) return [];
  return [fault(model, ["titre"], "titre-sans-verbe", { titre: quoted(model, entry.titre) })];
}

/** @param {Look} look @returns {Problem[]} */
export function titreSurUneLigne({ model, kind, entry }) {
  if (kind !== "fiche") return [];
  return model.listes.une_ligne.flatMap((name) => {
    const text = entry[name] ?? "";
    const [mark] = matches(model.motifs.mise_en_forme, text);
    return [
      ...(text.includes("\n") || text.includes("[") ? [fault(model, [name], "titre-sur-une-ligne", { nom: name })] : []),
      ...(mark ? [fault(model, [name], "titre-sur-une-ligne/forme", { nom: name, trouve: mark[0] })] : []),
    ];
  });
}

/** @param {Look} look @returns {Problem[]} */
export function sigleSansGlossaire(look) {
  const { model, scalars } = look;
  const known = new Set([...model.sigles, ...organisations(model, scalars)]);
  return prose(look).flatMap(({ path, value }) => {
    const text = visible(model, value);
    const unknown = [...new Set(matches(model.motifs.sigle, text).map((match) => match[0]))]
      .filter((word) => !model.listes.pas_des_sigles.includes(word) && !isWhole(model.motifs.romain, word))
      .filter((word) => !known.has(word) && !known.has(word.replace(/s$/, "")));
    if (unknown.length > model.seuils.sigles && text === text.toUpperCase()) return [fault(model, path, "sigle-sans-glossaire/capitales")];
    return unknown.map((word) => fault(model, path, "sigle-sans-glossaire", { trouve: quoted(model, word) }));
  });
}

/** The words, in capitals, of the names an entry gives. @param {Model} model @param {Written[]} scalars */
function organisations(model, scalars) {
  return scalars
    .filter(({ path }) => ["nom", "editeur"].includes(String(path.at(-1))) || (path.at(-1) === "titre" && path[0] === "sources"))
    .flatMap(({ value }) => matches(model.motifs.mot_de_nom, value).map((match) => match[0].toUpperCase()));
}

/** @param {Look} look @returns {Problem[]} */
export function phraseTropLongue(look) {
  const { model } = look;
  return prose(look).flatMap(({ path, value }) =>
    visible(model, value)
      .split(compile(model.motifs.entre_phrases))
      .map((sentence) => ({ sentence, nombre: matches(model.motifs.mot, sentence).length }))
      .filter(({ nombre }) => nombre > model.seuils.phrase)
      .map(({ sentence, nombre }) =>
        fault(model, path, "phrase-trop-longue", { nombre, debut: words(sentence).slice(0, model.seuils.mots_montres).join(" ") }),
      ),
  );
}

/** @param {Look} look @returns {Problem[]} */
export function chiffreSansSource(look) {
  const { model, kind } = look;
  if (kind === "atelier") return [];
  const { renvoi, renvois_joints: joints, sans_mesure: unmeasured, chiffre } = model.motifs;
  return prose(look)
    .filter(({ path }) => !path.some((step) => model.listes.sans_renvoi.includes(step)))
    .flatMap(({ path, value }) =>
      value.split("\n\n").flatMap((/** @type {string} */ paragraph) => {
        const marks = [renvoi, joints].flatMap((motif) => matches(motif, paragraph)).map((match) => match.index);
        const last = Math.max(-1, ...marks);
        const hidden = [renvoi, joints, unmeasured].reduce((text, motif) => text.replace(compile(motif), (found) => "x".repeat(found.length)), paragraph);
        return matches(chiffre, hidden)
          .filter((match) => match.index > last)
          .map((match) => fault(model, path, "chiffre-sans-source", { trouve: quoted(model, match[0]) }));
      }),
    );
}

/** @param {Look} look @returns {Problem[]} */
export function termeInconnu({ model, scalars }) {
  return scalars.flatMap(({ path, value, field }) => {
    const vocabulary = model.vocabulaires[field.vocabulaire ?? ""];
    if (!vocabulary || termOf(model, field.vocabulaire ?? "", value)) return [];
    const called = termCalled(vocabulary, value);
    const codes = vocabulary.termes.map((term) => term.code);
    const remede =
      called === undefined
        ? remedyFor(model, value, codes, `practices/vocabulaires/${field.vocabulaire}.yaml`)
        : piece(model, "terme", { terme: called });
    return [fault(model, path, "terme-inconnu", { code: quoted(model, value), vocabulaire: vocabulary.libelle, remede })];
  });
}

/**
 * The code of the term labelled so, or having this synonym; when several share it, the one it abridges.
 * @param {import("./modele.js").Vocabulary} vocabulary @param {string} said
 */
function termCalled({ termes }, said) {
  const called = said.toLowerCase();
  const found = [
    ...termes.filter((term) => term.libelle.toLowerCase() === called),
    ...termes.filter((term) => (term.synonymes ?? []).some((name) => name.toLowerCase() === called)),
  ].map((term) => term.code);
  return found.includes(called) ? called : found[0];
}

/** @param {Look} look @returns {Problem[]} */
export function termeInactif({ model, entry }) {
  if (entry.periode) return [];
  return (entry.dispositifs ?? []).flatMap((/** @type {any} */ programme, /** @type {number} */ rank) => {
    const term = termOf(model, "dispositifs", programme?.code);
    return term?.clos ? [fault(model, ["dispositifs", rank, "code"], "terme-inactif", { libelle: term.libelle })] : [];
  });
}

/** @param {Look} look @returns {Problem[]} */
export function lienInterneMort({ model, kind, entry, scalars }) {
  const names = [...new Set([...model.noms, ...model.fiches.map((sheet) => sheet.id), ...(kind === "fiche" ? [entry.id] : [])])].sort();
  return scalars
    .filter(({ field }) => field.sorte === "fiche")
    .flatMap(({ path, value }) => {
      if (value in model.retraits) {
        const autre = model.retraits[value];
        const remede = autre ? piece(model, "remplacee", { autre }) : piece(model, "retirez");
        return [fault(model, path, "lien-interne-mort/retiree", { fiche: quoted(model, value), remede })];
      }
      if (!names.includes(value)) {
        const near = suggestion(model, value, names);
        const remede = near === undefined ? piece(model, "nom_de_fichier") : piece(model, "proche", { proche: near });
        return [fault(model, path, "lien-interne-mort", { fiche: quoted(model, value), remede })];
      }
      return kind === "fiche" && value === entry.id ? [fault(model, path, "lien-interne-mort/soi")] : [];
    });
}

/** @param {Look} look @returns {Problem[]} */
export function valeurRepetee({ model, entry, scalars }) {
  const seen = new Set();
  const repeated = scalars.flatMap(({ path, value }) => {
    if (typeof path.at(-1) !== "number") return [];
    const key = JSON.stringify([path.slice(0, -1), value]);
    if (seen.has(key)) return [fault(model, path, "valeur-repetee", { valeur: quoted(model, value) })];
    seen.add(key);
    return [];
  });
  const rank = entry.theme ? (entry.autres_themes ?? []).indexOf(entry.theme) : -1;
  return rank < 0 ? repeated : [...repeated, fault(model, ["autres_themes", rank], "valeur-repetee/theme", { theme: entry.theme })];
}

/** @param {Look} look @returns {Problem[]} */
export function sousThemeEtranger({ model, kind, entry }) {
  const themes = [entry.theme, ...(entry.autres_themes ?? [])];
  if (kind !== "fiche" || !themes.every((theme) => termOf(model, "themes", theme))) return [];
  const allowed = model.vocabulaires["sous-themes"].termes.filter((term) => themes.includes(term.parent)).map((term) => term.code);
  return (entry.sous_themes ?? []).flatMap((/** @type {string} */ code, /** @type {number} */ rank) => {
    const term = termOf(model, "sous-themes", code);
    if (!term || allowed.includes(code)) return [];
    return [fault(model, ["sous_themes", rank], "sous-theme-etranger", { code, parent: term.parent, permis: allowed.join(", ") })];
  });
}

/** @type {((look: Look) => Problem[])[]} */
export const RULES = [
  requisPourUneFiche,
  nonDocumenteAbusif,
  titreSansVerbe,
  titreSurUneLigne,
  sigleSansGlossaire,
  phraseTropLongue,
  chiffreSansSource,
  termeInconnu,
  termeInactif,
  lienInterneMort,
  valeurRepetee,
  sousThemeEtranger,
];
