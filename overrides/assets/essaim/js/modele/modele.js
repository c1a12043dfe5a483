// The model as data, written by the build: what the validator, the writer and the reader interpret.

/**
 * @typedef {(string | number)[]} Path keys and 0-based ranks from the root of an entry
 * @typedef {"fiche" | "essaimage" | "atelier" | "retrait"} Kind
 * @typedef {"texte" | "terme" | "date" | "date-partielle" | "adresse" | "entier" | "oui-non" | "source" | "fiche" | "mot" | "bloc"} Sort
 *
 * @typedef {object} Field one key of a part of the model
 * @property {string} nom the YAML key
 * @property {Sort} sorte
 * @property {true} [requis] asked even of a graine
 * @property {[number, number | null]} [liste] the key holds a list: fewest and most elements
 * @property {number} [limite] of a « texte »: longest visible length, in characters, source marks left out
 * @property {true} [markdown] of a « texte »: takes paragraphs, lists, emphasis and links
 * @property {string} [vocabulaire] of a « terme »
 * @property {number} [min] of an « entier »
 * @property {number} [max] of an « entier »
 * @property {string} [partie] of a « bloc »: the part of the model it holds
 *
 * @typedef {{ code: string, libelle: string, synonymes?: string[], parent?: string, clos?: true }} Term
 * @typedef {{ libelle: string, termes: Term[] }} Vocabulary
 * @typedef {{ id: string, theme: string, titre: string, code: string, anciens: string[] }} KnownSheet
 * @typedef {{ path: string[], test: "parmi" | "hors" | "seulement" | "vide" | "rempli" | "connus", values: string[] }} When
 * @typedef {{ phrase: string, when: When[], at: string[], each: string }} Demand
 * @typedef {[source: string, flags: string]} Motif a regular expression, translated from Python's
 * @typedef {{ motifs: Motif[], portee: "textes" | "ecrits", chacun: boolean, sauf: Motif | null }} Refused
 *
 * @typedef {object} Model
 * @property {Record<Kind, { partie: string, donnes: Record<string, string> }>} sortes
 * @property {Record<string, Field[]>} parties the model's parts by name, their keys in order
 * @property {Record<string, Vocabulary>} vocabulaires
 * @property {string[]} sigles what the glossary explains
 * @property {Record<string, [message: string, remede: string]>} phrases
 * @property {Record<string, string>} morceaux parts of those sentences
 * @property {Record<string, [message: string, remede: string]>} reponses the same, for someone who fills a form; those that differ
 * @property {Record<string, string>} comment_repondre kind of field → how it is answered; '' for the others
 * @property {Record<string, "erreur" | "avertissement">} regles each rule's severity
 * @property {Record<string, Demand[]>} exigences
 * @property {Record<string, Refused>} refus
 * @property {[source: string, flags: string, replacement: string][]} espaces
 * @property {Motif[]} pas_nus
 * @property {Record<string, Motif>} motifs
 * @property {Record<string, boolean>} oui_non
 * @property {{ formes: [source: string, flags: string, parts: string[]][], mois: Record<string, string>, sans_mois: string, jours: Record<string, number>, siecle: string }} dates how people write them
 * @property {Record<string, number>} seuils
 * @property {Record<string, any[]>} listes
 * @property {string[]} noms files of sheets that are not among `fiches`
 * @property {KnownSheet[]} fiches the published sheets
 * @property {Record<string, string[]>} autres folder → ids of what is no sheet: replications, workshops, withdrawals
 * @property {Record<string, string>} retraits id of what was withdrawn → the sheet that replaces it, '' for none
 * @property {Record<string, string>} anciens former id → the entry it leads to
 * @property {Record<string, string>} codes_pris short code that may be printed already → the former or withdrawn id it is of
 * @property {{ racines: string, fiches: string[] }} proches
 *
 * @typedef {object} Problem
 * @property {string} regle the rule's id
 * @property {"erreur" | "avertissement"} gravite only an « erreur » makes an entry invalid
 * @property {Path} chemin the place in the entry; [] for the whole
 * @property {string} message
 * @property {string} remede
 * @property {boolean} surCle the fault is of the key more than of its value
 * @property {string} phrase what it was told with
 * @property {Record<string, unknown>} valeurs
 */

/** @type {Promise<Model> | undefined} */
let loading;

/**
 * The model of this site, fetched once: a second call gives the same promise, a failed one can be tried again.
 * @returns {Promise<Model>} rejected when the file cannot be had
 */
export function loadModel() {
  loading ??= fetchModel().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function fetchModel() {
  const response = await fetch(new URL("../../../../donnees/modele.json", import.meta.url));
  if (!response.ok) throw new Error(`modele.json : ${response.status}`);
  return /** @type {Model} */ (await response.json());
}

/**
 * The keys of a sort of file, in the model's order; what the file's name and folder give is left out.
 * @param {Model} model @param {Kind} kind
 * @returns {Field[]}
 */
export function fieldsOf(model, kind) {
  const { partie, donnes } = model.sortes[kind];
  return model.parties[partie].filter((field) => !Object.hasOwn(donnes, field.nom));
}

/**
 * The field at a path, whatever the ranks in it; undefined when the model has no such key.
 * @param {Model} model @param {Kind} kind @param {Path} path
 * @returns {Field | undefined}
 */
export function fieldAt(model, kind, path) {
  /** @type {Field | undefined} */
  let found;
  let fields = model.parties[model.sortes[kind].partie];
  for (const step of path.filter((one) => typeof one === "string")) {
    found = fields.find((field) => field.nom === step);
    fields = model.parties[found?.partie ?? ""] ?? [];
  }
  return found;
}

/** @param {Model} model @param {string} vocabulary @param {string} code @returns {Term | undefined} */
export function termOf(model, vocabulary, code) {
  return model.vocabulaires[vocabulary]?.termes.find((term) => term.code === code);
}
