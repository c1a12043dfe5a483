// The page of a workshop → its screens, one idea each. Nothing is fetched: all is copied from the page.

import { element } from "../dom.js";

/**
 * @typedef {object} Screen
 * @property {HTMLElement} element
 * @property {number} sequence Its sequence's rank from 1; 0 before the first.
 */

const ROOT = new URL("../../../../", import.meta.url);
const LENGTHS = /** @type {const} */ ([["court", 90], ["moyen", 220], ["long", 420]]);

/** The longer the text, the smaller the type: it must fit the screen. @param {string} text */
const size = (text) => LENGTHS.find(([, most]) => text.length <= most)?.[0] ?? "tres-long";

/** @param {string} kind @param {number} sequence @param {(Node | string)[]} contents @returns {Screen} */
function screen(kind, sequence, ...contents) {
  const made = element("section", `ecran ecran--${kind}`, ...contents);
  made.dataset.taille = size(made.textContent ?? "");
  return { element: made, sequence };
}

/** A copy without ids, anchors' bubbles or links: nothing on a screen is to be followed. @param {Element} original */
function plainCopy(original) {
  const copy = /** @type {HTMLElement} */ (original.cloneNode(true));
  for (const link of copy.querySelectorAll("a")) link.replaceWith(...link.childNodes);
  for (const one of [copy, ...copy.querySelectorAll("[id]")]) one.removeAttribute("id");
  return copy;
}

/** @param {ParentNode} from @param {string} selector */
const text = (from, selector) => from.querySelector(selector)?.textContent?.trim() ?? "";

/** @param {HTMLElement} workshop @returns {Screen[]} */
export function screens(workshop) {
  const sequences = [...workshop.querySelectorAll("[data-sequence]")];
  return [
    screen(
      "titre",
      0,
      element("h1", "", text(workshop, "h1")),
      element("p", "ecran__chapeau", text(workshop, ".chapeau")),
      element("p", "ecran__detail", `${text(workshop, "[data-duree]")} · participants : ${text(workshop, "[data-participants]")}`),
    ),
    list(workshop, "À la fin, vous saurez", "[data-objectifs] li"),
    programme(workshop),
    ...sequences.flatMap((one, rank) => [...sequenceScreens(one, rank + 1)]),
    farewell(workshop, sequences.length),
  ];
}

/** @param {Element} workshop @param {string} title @param {string} selector */
function list(workshop, title, selector) {
  const items = element("ul", "");
  for (const one of workshop.querySelectorAll(selector)) items.append(element("li", "", one.textContent?.trim() ?? ""));
  return screen("liste", 0, element("h1", "", title), items);
}

/** @param {Element} workshop */
function programme(workshop) {
  const items = element("ol", "ecran__programme");
  for (const row of workshop.querySelectorAll(".deroule tbody tr:not(.deroule__fin)")) {
    const [when, what, long] = [...row.children].map((cell) => cell.textContent?.trim() ?? "");
    const known = when.includes("h") && document.querySelector("[data-quand]")?.textContent === "Heure";
    items.append(element("li", "", element("span", "", what), element("span", "ecran__detail", known ? when : long)));
  }
  return screen("liste", 0, element("h1", "", "Le programme"), items);
}

/** @param {Element} sequence @param {number} rank @returns {Generator<Screen>} */
function* sequenceScreens(sequence, rank) {
  const title = text(sequence, "[data-titre]");
  yield screen(
    "sequence",
    rank,
    element("p", "ecran__rang", String(rank)),
    element("h1", "", title),
    element("p", "ecran__chapeau", text(sequence, ".etiquette")),
  );
  for (const block of sequence.querySelectorAll("[data-consigne] > *")) {
    yield screen("consigne", rank, element("h1", "ecran__surtitre", title), plainCopy(block));
  }
  for (const question of sequence.querySelectorAll(".questions > li")) {
    yield screen("question", rank, element("p", "ecran__surtitre", "Question"), element("h1", "", question.textContent?.trim() ?? ""));
  }
  for (const sheet of sequence.querySelectorAll("[data-code]")) yield sheetScreen(/** @type {HTMLElement} */ (sheet), rank);
}

/** @param {HTMLElement} sheet @param {number} rank */
function sheetScreen(sheet, rank) {
  const code = sheet.dataset.code ?? "";
  const address = new URL(`f/${code}/`, ROOT);
  const words = element("div", "ecran__fiche");
  const theme = sheet.querySelector(".theme");
  if (theme) words.append(plainCopy(theme));
  words.append(element("h1", "", text(sheet, ".carte__titre")), element("p", "ecran__chapeau", text(sheet, ".carte__accroche")));
  const door = element("div", "ecran__porte", ...qrCode(sheet, "Code QR de la fiche"));
  door.append(element("p", "ecran__code", code), written(address, "ecran__adresse"));
  return screen("carte", rank, words, door);
}

/** What one leaves with. @param {HTMLElement} workshop @param {number} rank */
function farewell(workshop, rank) {
  const address = new URL(`ateliers/${workshop.dataset.atelier}/`, ROOT);
  const words = element(
    "div",
    "ecran__fiche",
    element("h1", "", "Merci"),
    element("p", "ecran__chapeau", "L’atelier et ses fiches restent en ligne, avec leurs sources :"),
    written(address, "ecran__adresse ecran__adresse--forte"),
  );
  return screen("carte", rank, words, element("div", "ecran__porte", ...qrCode(workshop, "Code QR de l’atelier")));
}

/** The QR code that the page knows, once the site's own address is known. @param {HTMLElement} from @param {string} alternative */
function qrCode(from, alternative) {
  if (!from.dataset.qr) return [];
  const picture = document.createElement("img");
  picture.src = from.dataset.qr;
  picture.alt = alternative;
  picture.width = picture.height = 320;
  return [picture];
}

/** An address to copy by hand: its lines end after a « / » rather than inside a word. @param {URL} address @param {string} className */
function written({ host, pathname }, className) {
  return element("p", className, ...(host + pathname).split(/(?<=\/)/).flatMap((part) => [element("wbr", ""), part]));
}
