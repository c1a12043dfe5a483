// The last step: what is left to see to, what will be read, and the ways out.

import { element } from "../dom.js";
import { copied } from "../site.js";
import { download, hostDoor, mailDoor, settingsOf } from "./sortie.js";
import { links } from "./erreurs.js";

/** @typedef {import("./erreurs.js").Placed} Placed */
/** @typedef {import("../modele/modele.js").Problem} Problem */
/**
 * @typedef {object} Outcome
 * @property {string} kind
 * @property {string} title
 * @property {string} id
 * @property {string} path
 * @property {string} yaml
 * @property {boolean} exists whether the file is already published
 * @property {Placed[]} placed
 * @property {Problem[]} elsewhere
 * @property {HTMLElement} preview
 */

const LONGEST_TITLE = 120;

/** @template {HTMLElement} T @param {HTMLElement} root @param {string} name @returns {T} */
const part = (root, name) => /** @type {T} */ (root.querySelector(`[data-${name}]`));

/**
 * @param {HTMLElement} root @param {() => Outcome | null} outcome
 * @returns {(goTo: (field: HTMLElement) => void) => void} draws the step
 */
export function setUpSending(root, outcome) {
  const settings = settingsOf(root);
  const say = (/** @type {string} */ words) => (part(root, "retour").textContent = words);
  part(root, "telecharger").addEventListener("click", () => {
    const made = outcome();
    if (!made) return;
    download(`${made.id}.yaml`, made.yaml);
    say(`Fichier ${made.id}.yaml enregistré dans vos téléchargements.`);
  });
  part(root, "copier").addEventListener("click", async () => {
    const made = outcome();
    if (made) say((await copied(made.yaml)) ? "Texte copié." : copyByHand(root));
  });
  part(root, "depot").addEventListener("click", async () => {
    const made = outcome();
    if (made && hostDoor(settings, made.path, made.yaml, made.exists)?.copier) say((await copied(made.yaml)) ? "Texte copié : collez-le dans la page qui s’ouvre, puis validez." : copyByHand(root));
  });
  part(root, "courriel").addEventListener("click", async () => {
    const made = outcome();
    if (made && mailOf(settings, made)?.copier) say((await copied(made.yaml)) ? "Texte copié : collez-le dans le courriel qui s’ouvre." : copyByHand(root));
  });
  return (goTo) => {
    const made = outcome();
    if (made) draw(root, made, settings, goTo);
  };
}

/** @param {HTMLElement} root */
function copyByHand(root) {
  /** @type {HTMLDetailsElement} */ (root.querySelector(".envoi__texte")).open = true;
  const range = document.createRange();
  range.selectNodeContents(part(root, "yaml"));
  getSelection()?.removeAllRanges();
  getSelection()?.addRange(range);
  return "Le navigateur refuse la copie. Le texte est ouvert et choisi plus bas : copiez-le à la main.";
}

/** @param {HTMLElement} root @param {Outcome} made @param {import("./sortie.js").Settings} settings @param {(field: HTMLElement) => void} goTo */
function draw(root, made, settings, goTo) {
  part(root, "bilan").replaceChildren(...summary(made, goTo));
  part(root, "apercu").replaceChildren(made.preview);
  const text = part(root, "yaml");
  // The same text written anew would undo the reader's selection of it.
  if (text.textContent !== made.yaml) text.textContent = made.yaml;
  const input = /** @type {HTMLInputElement} */ (root.querySelector("#c-id"));
  if (document.activeElement !== input) input.value = made.id;
  input.readOnly = made.exists;
  root.querySelector("p[data-chemin]")?.replaceChildren(`À ranger dans le dépôt sous : ${made.path}`);

  const faults = blocking(made);
  const blocked = part(root, "bloque");
  blocked.hidden = faults === 0;
  blocked.textContent = faults ? `Il reste ${faults} point${faults > 1 ? "s" : ""} à revoir. Vous pouvez déjà garder le fichier, mais la vérification automatique le refusera en l’état.` : "";

  const door = hostDoor(settings, made.path, made.yaml, made.exists);
  const host = /** @type {HTMLAnchorElement} */ (part(root, "depot"));
  host.hidden = !door;
  if (door) {
    host.href = door.adresse;
    const words = element("span", "invisible", " (nouvel onglet)");
    host.replaceChildren(`${made.exists ? "Corriger" : "Proposer"} sur ${door.nom}${door.copier ? " (le texte est copié)" : ""}`, words);
  }
  const mail = mailOf(settings, made);
  const letter = /** @type {HTMLAnchorElement} */ (part(root, "courriel"));
  letter.hidden = !mail;
  if (mail) {
    letter.href = mail.adresse;
    letter.textContent = `L’envoyer par courriel${mail.copier ? " (le texte est copié)" : ""}`;
  }
  part(root, "phrase").textContent = sentence(door, mail);
}

/** @param {Outcome} made */
const blocking = (made) => [...made.placed.map((one) => one.problem), ...made.elsewhere].filter((problem) => problem.gravite === "erreur").length;

/** @param {Outcome} made @param {(field: HTMLElement) => void} goTo @returns {HTMLElement[]} */
function summary(made, goTo) {
  const faults = made.placed.filter((one) => one.problem.gravite === "erreur");
  const advice = made.placed.filter((one) => one.problem.gravite !== "erreur");
  const others = made.elsewhere.map((problem) => element("li", "", `${problem.message} ; ${problem.remede}.`));
  const count = blocking(made);
  const found = [count ? element("p", "bilan__titre", count > 1 ? `${count} points à revoir :` : "Un point à revoir :") : element("p", "bilan__titre bilan__titre--pret", "Tout est prêt : la vérification ne trouve rien à redire.")];
  const list = document.createElement("ul");
  list.append(...links(faults, goTo), ...others);
  if (list.children.length) found.push(list);
  if (advice.length) {
    const kind = document.createElement("ul");
    kind.append(...links(advice, goTo));
    found.push(element("p", "bilan__conseils", "Des conseils, qui n’empêchent rien :"), kind);
  }
  return found;
}

/** @param {import("./sortie.js").Settings} settings @param {Outcome} made */
function mailOf(settings, made) {
  const what = `${made.kind === "fiche" ? "la fiche" : "la reprise"} « ${[...made.title].slice(0, LONGEST_TITLE).join("")} »`;
  const text = `Bonjour,\n\nVoici ${what}.\nÀ ranger sous ${made.path}\n\n${made.yaml}\nBien à vous`;
  return mailDoor(settings, `Essaim : ${made.title}`, text, `Bonjour,\n\nVoici ${what}.\nCollez ici le texte copié, ou joignez le fichier ${made.id}.yaml téléchargé.\n\nBien à vous`);
}

/** @param {import("./sortie.js").Door | null} host @param {import("./sortie.js").Door | null} mail */
function sentence(host, mail) {
  if (host) return `Le dépôt ouvre une page où le texte est prêt${host.copier ? " à être collé" : ""}. Validez : quelqu’un relit, puis publie. Un compte gratuit est demandé. Sans compte, ${mail ? "envoyez-le par courriel" : "téléchargez le fichier"}.`;
  if (mail) return `Le courriel s’ouvre ${mail.copier ? "et le texte est copié : collez-le, ou joignez le fichier téléchargé, puis envoyez" : "avec le texte : envoyez-le"}. Quelqu’un relit, puis publie.`;
  return "L’adresse où envoyer une fiche n’est pas encore ouverte. Téléchargez le fichier et gardez-le : il sera repris tel quel. Vous connaissez l’équipe qui tient cette base ? Remettez-le-lui.";
}
