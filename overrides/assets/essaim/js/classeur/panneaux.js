// What surrounds the binder's list: sharing, printing, downloads, ways in. Their code comes at first use.

import { button, element, link } from "../dom.js";
import { ROOT } from "./catalogue.js";
import * as model from "./modele.js";
import { field } from "./vue.js";

/** @import { Binder } from "./modele.js" */
/** @import { Lookup } from "./catalogue.js" */

const TOO_LONG = "Ce classeur est trop long pour un lien. Envoyez plutôt le fichier JSON : « Télécharger », puis « JSON ».";

/**
 * The page, as panels need it.
 * @typedef {object} Host
 * @property {Binder} shown
 * @property {Binder} binder
 * @property {Lookup} sheetOf
 * @property {(text: string) => void} say
 * @property {(code: string) => void} add
 * @property {(other: Binder, replace: boolean) => void} take
 * @property {() => void} clear
 */

/** Three buttons, each opening its panel below the row, one at a time. @param {Host} host */
export function toolbar(host) {
  const row = element("div", "classeur__outils");
  const bar = element("div", "classeur__barre", row);
  const panels = /** @type {[string, HTMLElement][]} */ ([["Partager", sharing(host)], ["Imprimer", printing(host)], ["Télécharger", downloads(host)]]);
  const openers = panels.map(([name, contents], rank) => {
    const opener = button(name, () => show(opener.getAttribute("aria-expanded") === "true" ? -1 : rank), rank ? "bouton" : "bouton bouton--plein");
    contents.id = `outil-${rank}`;
    opener.setAttribute("aria-controls", contents.id);
    opener.dataset.cle = contents.id;
    return opener;
  });
  const show = (/** @type {number} */ wanted) => panels.forEach(([, contents], rank) => {
    contents.hidden = rank !== wanted;
    openers[rank].setAttribute("aria-expanded", String(rank === wanted));
  });
  row.append(...openers);
  bar.append(...panels.map(([, contents]) => contents));
  bar.addEventListener("keydown", (event) => {
    const open = openers.find((one) => one.getAttribute("aria-expanded") === "true");
    if (event.key !== "Escape" || !open) return;
    show(-1);
    open.focus();
  });
  show(-1);
  return bar;
}

/** @param {Host} host */
function sharing(host) {
  const address = document.createElement("input");
  address.readOnly = true;
  address.setAttribute("aria-label", "Lien du classeur");
  address.addEventListener("focus", () => address.select());
  const length = element("p", "discret");
  const refresh = async () => {
    const { CAREFUL, LONGEST, hashOf } = await import("./partage.js");
    const hash = await hashOf(host.shown);
    const shared = hash.length > LONGEST ? "" : new URL(hash, location.href).href;
    address.value = shared;
    if (!shared) length.textContent = TOO_LONG;
    else length.textContent = shared.length > CAREFUL
      ? `Ce lien compte ${shared.length} signes. Certaines messageries coupent les liens longs : s’il arrive abîmé, envoyez plutôt le fichier JSON.`
      : "";
    return shared;
  };
  const buttons = element("p", "outil__boutons", button("Copier le lien", async () => {
    const coming = refresh();
    try {
      await copyComing(coming);
      host.say("Lien copié.");
    } catch {
      if (!(await coming)) return host.say(TOO_LONG);
      address.focus();
      host.say("Copie refusée par le navigateur : le lien est sélectionné, copiez-le à la main.");
    }
  }, "bouton bouton--plein"));
  if ("share" in navigator) {
    buttons.append(button("Envoyer…", async () => {
      const url = await refresh();
      if (!url) return host.say(TOO_LONG);
      navigator.share({ title: host.shown.titre || "Classeur Essaim", url }).catch(() => {});
    }));
  }
  const made = element("div", "outil__contenu", element("p", "", "Ce lien contient tout le classeur, notes comprises. Rien n’est déposé sur un serveur : qui a le lien peut le lire."), address, buttons, length);
  new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && refresh()).observe(made);
  return made;
}

/**
 * Copies a text being made, unless it comes empty. Safari wants to be asked during the gesture itself, before the text is there.
 * @param {Promise<string>} coming
 */
async function copyComing(coming) {
  const made = coming.then((text) => text || Promise.reject(new RangeError(TOO_LONG)));
  if (!("ClipboardItem" in globalThis)) return navigator.clipboard.writeText(await made);
  const contents = made.then((text) => new Blob([text], { type: "text/plain" }));
  return navigator.clipboard.write([new ClipboardItem({ "text/plain": contents })]);
}

/** @param {Host} host */
function printing(host) {
  const kinds = /** @type {const} */ ([
    ["cartes", "Des cartes", "Quatre par page, recto verso, à couper."],
    ["fiches", "Une page par fiche", "L’essentiel pour agir, avec vos notes."],
    ["guide", "Un guide", "Vos parties, vos notes, l’essentiel de chaque fiche."],
  ]);
  const list = element("ul", "outil__contenu outil__choix");
  for (const [kind, name, what] of kinds) {
    list.append(element("li", "", button(name, () => print(host, kind)), element("span", "discret", what)));
  }
  return list;
}

/** @param {Host} host @param {import("./papier.js").Kind} kind */
async function print(host, kind) {
  const paper = document.getElementById("papier");
  if (!paper) return;
  host.say("Préparation de l’impression…");
  const { MissingError, onPaper, picturesReady, tighten } = await import("./papier.js");
  try {
    paper.replaceChildren(...(await onPaper(kind, host.shown, host.sheetOf)));
    document.documentElement.dataset.papier = kind;
    await picturesReady(paper);
    tighten(paper);
    host.say("");
    window.print();
  } catch (error) {
    if (!(error instanceof MissingError)) throw error;
    host.say(error.message);
  }
  // Kept until the reader comes back to the page: some phones print only then.
  for (const type of ["pointerdown", "keydown"]) addEventListener(type, putAway, { once: true });
}

function putAway() {
  delete document.documentElement.dataset.papier;
  document.getElementById("papier")?.replaceChildren();
}

/** @param {Host} host */
function downloads(host) {
  const list = element("ul", "outil__contenu outil__choix");
  const add = (/** @type {string} */ name, /** @type {string} */ what, /** @type {() => Promise<[string | Blob, string]>} */ make) => {
    list.append(element("li", "", button(name, async () => {
      try {
        const [contents, extension] = await make();
        save(contents, `${fileName(host.shown.titre)}.${extension}`);
        host.say("Fichier préparé.");
      } catch (error) {
        host.say("Le fichier n’a pas pu être préparé. Vérifiez le réseau, puis recommencez.");
        throw error;
      }
    }), element("span", "discret", what)));
  };
  const exported = () => import("./exports.js");
  add("JSON", "Le classeur entier, à réimporter ici.", async () => [(await exported()).toJson(host.shown, host.sheetOf), "json"]);
  add("Tableau CSV", "Pour un tableur.", async () => [(await exported()).toCsv(host.shown, host.sheetOf), "csv"]);
  add("Markdown", "Pour un wiki ou un document.", async () => [(await exported()).toMarkdown(host.shown, host.sheetOf), "md"]);
  add("Atelier à proposer", "Un fichier YAML à compléter, puis à proposer à Essaim.", async () => {
    const [{ toWorkshop }, { loadModel }, { toYaml }] = await Promise.all([exported(), import("../modele/modele.js"), import("../modele/ecriture.js")]);
    return [toYaml(await loadModel(), "atelier", toWorkshop(host.shown, host.sheetOf)), "yaml"];
  });
  add("Cartouche Moodle", "Un cours avec un lien par fiche.", async () => [(await import("./cartouche.js")).cartridge(host.shown, host.sheetOf), "imscc"]);
  return list;
}

/** @param {string} title */
const fileName = (title) => title.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase().replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-+|-+$/g, "").slice(0, 60) || "classeur";

/** @param {string | Blob} contents @param {string} name */
function save(contents, name) {
  const address = URL.createObjectURL(contents instanceof Blob ? contents : new Blob([contents], { type: "text/plain;charset=utf-8" }));
  const anchor = link(name, address);
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** @param {Host} host @param {Binder} shared */
export function sharedBanner(host, shared) {
  const total = model.count(shared);
  const gone = model.codes(shared).filter((code) => !host.sheetOf(code)).length;
  const what = element("p", "", `On vous a envoyé un classeur de ${total} fiche${total > 1 ? "s" : ""}${shared.titre ? ` : « ${shared.titre} »` : ""}. Le vôtre n’a pas changé.`);
  const banner = element("section", "classeur__recu avis", element("h2", "", "Classeur reçu"), what);
  if (gone) banner.append(element("p", "", gone > 1 ? `${gone} fiches ne sont plus publiées.` : "Une fiche n’est plus publiée."));
  const choices = model.isBlank(host.binder)
    ? [button("Garder ce classeur", () => host.take(shared, true), "bouton bouton--plein")]
    : [button("L’ajouter au mien", () => host.take(shared, false), "bouton bouton--plein"), button("Remplacer le mien", () => host.take(shared, true))];
  const look = button("Seulement regarder", () => {
    look.remove();
    host.say("Vous regardez le classeur reçu. Rien n’est enregistré.");
    document.getElementById("contenu")?.focus();
  });
  banner.append(element("p", "outil__boutons", ...choices, look));
  return banner;
}

/** @param {Host} host */
export function emptyState(host) {
  const steps = element("ul", "depart__pas");
  steps.append(
    element("li", "", "Sur une fiche, touchez « Ajouter au classeur ». ", link("Chercher une fiche", new URL("recherche/", ROOT)), " · ", link("Toutes les fiches", new URL("fiches/", ROOT))),
    element("li", "", "Ou partez d’un ", link("atelier prêt à animer", new URL("ateliers/", ROOT)), "."),
    element("li", "", "Ou tapez le code imprimé sur une carte :"),
  );
  return element("section", "depart", element("h2", "", "Votre classeur est vide"), steps, addByCode(host), importing(host));
}

/** @param {Host} host */
export function addByCode(host) {
  const form = document.createElement("form");
  form.className = "ajout";
  const code = field("input", "Code d’une fiche", "", 7, "code", () => {});
  const input = /** @type {HTMLInputElement} */ (code.querySelector("input"));
  input.autocapitalize = "characters";
  input.spellcheck = false;
  const submit = button("Ajouter", () => {});
  submit.type = "submit";
  form.append(code, submit);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const written = input.value.replaceAll(/\s/g, "").toUpperCase();
    if (written) host.add(written);
    input.focus();
  });
  return form;
}

/** @param {Host} host */
export function ways(host) {
  return element("section", "classeur__fin", element("h2", "", "Ce classeur"), importing(host), element("p", "", button("Effacer tout le classeur", () => host.clear())));
}

/** @param {Host} host */
function importing(host) {
  const input = document.createElement("input");
  input.type = "file";
  input.id = "champ-import";
  input.accept = ".json,.yaml,.yml,application/json";
  input.addEventListener("change", async () => {
    const file = input.files?.[0];
    if (!file) return;
    const text = await file.text();
    input.value = "";
    try {
      const { fromFile } = await import("./exports.js");
      const binder = await fromFile(text);
      if (binder) host.take(binder, model.isBlank(host.binder));
      else host.say("Ce fichier n’est ni un classeur ni un atelier d’Essaim. Choisissez un fichier .json ou .yaml téléchargé depuis cette page.");
    } catch {
      host.say("Le fichier n’a pas pu être lu. Vérifiez le réseau, puis recommencez.");
    }
  });
  const label = /** @type {HTMLLabelElement} */ (element("label", "", "Reprendre un classeur ou un atelier enregistré (fichier .json ou .yaml)"));
  label.htmlFor = input.id;
  return element("div", "champ", label, input);
}
