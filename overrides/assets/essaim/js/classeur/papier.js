// The binder on paper. Cards and sheets are those of the site: their pages are fetched, and their parts copied.

import { element } from "../dom.js";
import { ROOT, addressOf } from "./catalogue.js";
import { titleOf } from "./exports.js";
import { codes } from "./modele.js";

/** @import { Binder, Item } from "./modele.js" */
/** @import { Lookup, Sheet } from "./catalogue.js" */

const A_PAGE = 4;
/** Backs mirrored left to right: the sheet turns on its long edge. */
const BEHIND = [2, 1, 4, 3];

/** Sheets that could not be fetched. */
export class MissingError extends Error {}

/** @typedef {"cartes" | "fiches" | "guide"} Kind */

/** @param {Kind} kind @param {Binder} binder @param {Lookup} sheetOf @returns {Promise<HTMLElement[]>} @throws {MissingError} */
export async function onPaper(kind, binder, sheetOf) {
  await Promise.all(["fiche", "cartes"].map(styleSheet));
  if (kind === "cartes") return deck(await pagesOf(codes(binder).filter(sheetOf), (code) => `e/${code}/`));
  const known = codes(binder).filter(sheetOf);
  const pages = await pagesOf(known, (code) => `fiches/${sheetOf(code)?.id}/`);
  const byCode = new Map(known.map((code, rank) => [code, pages[rank]]));
  return kind === "fiches" ? handouts(binder, byCode) : [guide(binder, sheetOf, byCode)];
}

/** Waits until every picture of what will be printed is there. @param {HTMLElement} paper */
export async function picturesReady(paper) {
  const behind = [...paper.querySelectorAll("*")].flatMap((one) => [...getComputedStyle(one).backgroundImage.matchAll(/url\("([^"]+)"\)/g)].map((found) => found[1]));
  const preloaded = [...new Set(behind)].map((address) => Object.assign(new Image(), { src: address }));
  await Promise.allSettled([...preloaded, ...paper.querySelectorAll("img")].map((picture) => picture.decode()));
}

/** Where the reader's fonts are wider than those the cards were drawn with, a face that would overlap is set tighter. @param {HTMLElement} paper */
export function tighten(paper) {
  for (const face of paper.querySelectorAll(".face")) {
    const bottom = face.querySelector(".face__bas, .face__suite");
    const above = bottom?.previousElementSibling;
    if (bottom && above && above.getBoundingClientRect().bottom > bottom.getBoundingClientRect().top) face.classList.add("face--serree");
  }
}

/** @param {string[]} wanted @param {(code: string) => string} pathOf @returns {Promise<Document[]>} @throws {MissingError} */
async function pagesOf(wanted, pathOf) {
  try {
    return await Promise.all(wanted.map(async (code) => {
      const address = new URL(pathOf(code), ROOT);
      const answer = await fetch(address);
      if (!answer.ok) throw new Error(code);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      for (const picture of page.querySelectorAll("img")) picture.src = new URL(picture.getAttribute("src") ?? "", address).href;
      for (const anchor of page.querySelectorAll("a[href]")) anchor.setAttribute("href", new URL(anchor.getAttribute("href") ?? "", address).href);
      return page;
    }));
  } catch {
    throw new MissingError("Une ou plusieurs fiches n’ont pas pu être chargées. Vérifiez le réseau, puis recommencez.");
  }
}

/** @param {Document} page @param {string} selector @returns {HTMLElement[]} */
const copies = (page, selector) => [...page.querySelectorAll(selector)].map((one) => /** @type {HTMLElement} */ (document.importNode(one, true)));

/** Sheets of four fronts, each followed by its backs: the layout of the site's own decks. @param {Document[]} pages */
function deck(pages) {
  const sheets = [];
  const total = Math.ceil(pages.length / A_PAGE);
  for (let from = 0; from < pages.length; from += A_PAGE) {
    const group = pages.slice(from, from + A_PAGE);
    const number = `${from / A_PAGE + 1} sur ${total}`;
    sheets.push(
      plank("rectos", group.map((page, rank) => [rank + 1, copies(page, ".face--recto")[0]]), `Rectos, feuille ${number}. Imprimez en taille réelle (100 %).`, "Recto verso, « retourner sur les bords longs ». Coupez aux traits."),
      plank("versos", group.map((page, rank) => [BEHIND[rank], copies(page, ".face--verso")[0]]), `Versos, feuille ${number}.`, "Placés en miroir : chaque verso tombe derrière son recto."),
    );
  }
  return sheets;
}

/** @param {string} side @param {[place: number, face: HTMLElement][]} faces @param {string} note @param {string} rest */
function plank(side, faces, note, rest) {
  const places = faces.map(([place, face]) => element("div", `planche__${place}`, face));
  return element("div", `planche planche--${side}`, ...places, element("p", "planche__note", note), element("p", "planche__note planche__note--suite", rest));
}

/** A page a sheet: what it takes to act, without the dossier. @param {Binder} binder @param {Map<string, Document>} pages */
function handouts(binder, pages) {
  return binder.sections.flatMap((section) => section.fiches).flatMap((item) => {
    const page = pages.get(item.code);
    return page ? [handout(item, page)] : [];
  });
}

/** @param {Item} item @param {Document} page */
function handout(item, page) {
  const parts = (/** @type {string} */ selector) => copies(page, selector).map(plain);
  const sheet = element("article", `fiche md-typeset ${page.querySelector("article.fiche")?.className ?? ""}`, ...parts(".fiche__entete"));
  for (const one of sheet.querySelectorAll(".actions, .actions__retour")) one.remove();
  if (item.note) sheet.append(element("p", "papier__note", `Note : ${item.note}`));
  sheet.append(...parts(".en-bref"), ...parts(".etapes"), element("div", "papier__colonnes", ...parts(".noyau"), ...parts(".adaptable")), ...parts("section[aria-labelledby='limites']"));
  const door = element("div", "papier__porte", element("p", "papier__adresse", `La fiche entière : ${addressOf(item.code)}`), element("p", "papier__adresse", `Code ${item.code}`));
  // The site makes QR codes once it knows its own address, and then says it here too.
  if (page.querySelector('link[rel="canonical"]')) door.prepend(Object.assign(new Image(), { src: new URL(`f/${item.code}/qr.svg`, ROOT).href, alt: `QR code vers la fiche ${item.code}` }));
  sheet.prepend(door);
  return element("section", "papier__fiche", sheet);
}

/** @param {Binder} binder @param {Lookup} sheetOf @param {Map<string, Document>} pages */
function guide(binder, sheetOf, pages) {
  const paper = element("article", "papier__guide md-typeset", element("h1", "", titleOf(binder)));
  for (const [rank, section] of binder.sections.entries()) {
    const part = element("section", "papier__partie", element("h2", "", section.titre || `Partie ${rank + 1}`));
    if (section.duree) part.append(element("p", "discret", `Durée : ${section.duree} min`));
    if (section.consigne) part.append(element("p", "papier__consigne", section.consigne));
    for (const item of section.fiches) {
      const sheet = sheetOf(item.code);
      const page = pages.get(item.code);
      if (sheet && page) part.append(guideEntry(item, sheet, page));
    }
    paper.append(part);
  }
  return paper;
}

/** @param {Item} item @param {Sheet} sheet @param {Document} page */
function guideEntry(item, sheet, page) {
  const entry = element("section", "papier__entree", element("h3", "", sheet.titre), element("p", "discret", `${sheet.libelle} · code ${item.code} · ${addressOf(item.code)}`));
  if (item.note) entry.append(element("p", "papier__note", `Note : ${item.note}`));
  const [summary] = copies(page, ".en-bref");
  if (summary) entry.append(plain(summary));
  for (const [title, selector] of [["À ne pas toucher", ".noyau ul"], ["Questions pour le groupe", "section[aria-labelledby='atelier'] ul"]]) {
    const [list] = copies(page, selector);
    if (list) entry.append(element("p", "papier__genre", title), plain(list));
  }
  return entry;
}

/** Words alone: no link, no source mark, no id. @param {HTMLElement} copy */
function plain(copy) {
  for (const mark of copy.querySelectorAll(".renvoi")) mark.remove();
  for (const anchor of copy.querySelectorAll("a")) anchor.replaceWith(...anchor.childNodes);
  for (const one of [copy, ...copy.querySelectorAll("[id], [aria-labelledby]")]) {
    one.removeAttribute("id");
    one.removeAttribute("aria-labelledby");
  }
  return copy;
}

/** Loaded when first printed: on screen the binder needs none of it. @param {string} name @returns {Promise<void>} */
function styleSheet(name) {
  const address = new URL(`assets/essaim/css/${name}.css`, ROOT).href;
  if ([...document.styleSheets].some((one) => one.href === address)) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const sheet = Object.assign(document.createElement("link"), { rel: "stylesheet", href: address });
    sheet.addEventListener("load", () => resolve());
    sheet.addEventListener("error", () => reject(new MissingError("La mise en page n’a pas pu être chargée. Vérifiez le réseau, puis recommencez.")));
    // Before the print sheet, which has the last word.
    document.querySelector('link[media="print"]')?.before(sheet);
  });
}
