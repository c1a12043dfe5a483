// A problem, told to someone who fills a form: the verdict is the rules'; what speaks of files and keys is reworded.

/** @typedef {{ regle: string, gravite: string, chemin: (string | number)[], message: string, remede: string }} Problem */
/** @typedef {{ texte: string, remede: string }} Told */

/** Rules that say something is missing: told once the step is done, never while it is being filled. */
export const OF_ABSENCE = new Set(["champ-requis", "requis-pour-une-fiche", "manque-a-dire", "liste-trop-courte", "source-sans-adresse", "parole-sans-source", "preuve-sans-resultat", "preuve-sans-evaluation", "preuve-sans-tiers", "arret-sans-motif", "source-orpheline", "terme-inactif"]);

/** Put right by the file that is written, or shown elsewhere on the page. */
export const NOT_TOLD = new Set(["apostrophe-droite", "espace-francaise", "quasi-doublon"]);

/** @type {{ [kind: string]: string }} */
const ANSWER = {
  termes: "cochez au moins une case",
  terme: "choisissez une réponse",
  fiche: "cherchez la fiche, puis choisissez-la",
  source: "choisissez une de vos sources",
  textes: "écrivez au moins une ligne",
  bloc: "répondez à ses questions",
  blocs: "ajoutez au moins un élément",
};

/** @type {{ [rule: string]: (problem: Problem, field: HTMLElement | null) => Told }} */
const WORDINGS = {
  "champ-requis": (_, field) => ({ texte: "Il manque une réponse", remede: ANSWER[field?.dataset.genre ?? ""] ?? "écrivez quelques mots" }),
  "requis-pour-une-fiche": (_, field) => ({
    texte: "Une fiche complète répond à cette question",
    remede: (ANSWER[field?.dataset.genre ?? ""] ?? "écrivez quelques mots") + (field?.querySelector("[data-inconnu]") ? ", ou cochez « Aucune source ne le dit »" : ", ou revenez à la graine"),
  }),
  "manque-a-dire": () => ({ texte: "Une graine dit ce qui lui manque", remede: "écrivez au moins une question restée sans réponse" }),
  "non-documente-abusif": () => ({ texte: "Vous répondez à cette question, et la case « Aucune source ne le dit » est cochée", remede: "décochez-la, ou effacez la réponse" }),
  "date-invalide": (_, field) => ({ texte: "Cette date n’est pas comprise", remede: field?.dataset.genre === "date" ? "écrivez le jour, le mois et l’année : 31/03/2026" : "écrivez l’année, le mois ou le jour : 2026, mars 2026 ou 31/03/2026" }),
  "adresse-invalide": () => ({ texte: "Ce n’est pas une adresse web", remede: "copiez-la depuis la barre du navigateur ; elle commence par https://" }),
  "source-sans-adresse": (problem) =>
    problem.message.includes("copie")
      ? { texte: "Vous dites avoir lu cette source en copie", remede: "effacez l’adresse, ou décochez la case : on ne renvoie pas à une copie" }
      : { texte: "On ne peut pas retrouver cette source", remede: "donnez son adresse web, ou dites pourquoi elle n’est pas donnée, ou cochez « lu en copie »" },
  "source-inconnue": (problem) => ({ texte: problem.message.replace("Aucune source", "Ce texte renvoie à une source qui n’est pas dans vos sources :"), remede: "ajoutez-la à l’étape des sources, ou effacez ce qui est entre crochets" }),
  "source-orpheline": (problem) => ({ texte: problem.message, remede: "citez-la dans un texte, par le bouton « Citer », ou retirez-la" }),
  "chiffre-sans-source": (problem) => ({ texte: problem.message, remede: "dites qui le dit : placez-vous après le chiffre, puis « Citer »" }),
  "sigle-sans-glossaire": (problem) => ({ texte: problem.message.replace("n’est pas dans le glossaire", "est un sigle que tout le monde ne connaît pas"), remede: "écrivez-le en toutes lettres" }),
  "terme-inconnu": (problem) => ({ texte: problem.message, remede: problem.remede.startsWith("vouliez") ? problem.remede : "choisissez une réponse de la liste" }),
  "terme-inactif": (problem) => ({ texte: problem.message, remede: "dites quand la pratique a eu lieu, à la question « Quand a-t-elle eu lieu ? »" }),
  "lien-interne-mort": (problem) => ({ texte: problem.message, remede: problem.message.includes("elle-même") ? "choisissez une autre fiche, ou retirez celle-ci" : "choisissez une fiche de la liste" }),
  "sous-theme-etranger": (problem) => ({ texte: problem.message, remede: "décochez une des réponses, ou changez le thème principal" }),
  "preuve-sans-resultat": (problem) => ({ texte: problem.message, remede: "ajoutez un résultat chiffré, ou descendez au niveau « Documentée » ou « Témoignage »" }),
  "preuve-sans-evaluation": (problem) => ({ texte: problem.message, remede: "ajoutez une évaluation ou une étude à vos sources, ou descendez au niveau « Suivie »" }),
  "preuve-sans-tiers": (problem) => ({ texte: problem.message, remede: "ajoutez une source écrite par quelqu’un d’autre, ou descendez au niveau « Témoignage »" }),
  "parole-sans-source": () => ({ texte: "On ne sait pas d’où vient cette parole", remede: "dites quelle source la rapporte, ou cochez « La personne a donné son accord »" }),
  "arret-sans-motif": () => ({ texte: "La pratique est dite arrêtée, sans dire pourquoi", remede: "répondez à la question « Si elle est arrêtée : pourquoi ? » : cela aide les autres" }),
  "identifiant-mal-forme": () => ({ texte: "Ce nom de fichier ne convient pas", remede: "des minuscules sans accent, des chiffres et des tirets ; 3 signes au moins, 60 au plus" }),
  "identifiant-en-double": () => ({ texte: "Une fiche porte déjà ce nom de fichier", remede: "changez un mot du nom du fichier" }),
  "code-court-en-collision": () => ({ texte: "Le code court tiré de ce nom sert déjà à une autre fiche", remede: "changez un mot du nom du fichier" }),
};

/** @param {Problem} problem @param {HTMLElement | null} field where it is shown @returns {Told} */
export function told(problem, field) {
  const wording = WORDINGS[problem.regle]?.(problem, field);
  return wording ?? { texte: problem.message.replace(/^« [a-z_]+(?: \d+)?(?:, [a-z_]+(?: \d+)?)* »/, "Cette réponse"), remede: problem.remede };
}
