// Result cards and the empty state.

import { element } from "../dom.js";
import { ROOT } from "./chargement.js";
import { excerpt } from "./extrait.js";
import { fold, isCommon } from "./requete.js";

/** @import { Found, Index, Sheet } from "./moteur.js" */

const EVIDENCE_LEVELS = 4;
const REASONS_SHOWN = 6;
const PAGES_SHOWN = 3;
const SVG = "http://www.w3.org/2000/svg";

/**
 * A sheet as a result: `<li data-fiche="ID">`.
 * @param {Found} found @param {Index} index
 */
export function resultCard(found, index) {
  const sheet = index.fiches[found.rank];
  const item = document.createElement("li");
  item.dataset.fiche = sheet.id;
  const theme = labels(sheet, "theme", index)[0];
  const card = element("article", `carte carte--${theme.code}`);
  card.append(element("span", `theme theme--${theme.code}`, theme.libelle));
  const title = element("h2", "carte__titre");
  const link = document.createElement("a");
  link.href = new URL(`fiches/${sheet.id}/`, ROOT).href;
  link.textContent = sheet.titre;
  title.append(link);
  card.append(title, element("p", "carte__accroche", sheet.accroche));
  if (found.passage) card.append(passage(found, sheet));
  if (found.reasons.length || found.terms.length) card.append(reasons(found));
  card.append(footer(sheet, index));
  item.append(card);
  return item;
}

/** @type {WeakMap<Element, () => void>} what fills a passage, once it comes near the screen */
const fillings = new WeakMap();
const nearby = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) continue;
      nearby.unobserve(target);
      fillings.get(target)?.();
    }
  },
  { rootMargin: "1000px" },
);

/** @param {Found} found @param {Sheet} sheet */
function passage(found, sheet) {
  const paragraph = element("p", "extrait");
  fillings.set(paragraph, async () => {
    const pieces = await excerpt(found, sheet).catch(() => []);
    if (!pieces.length) paragraph.remove();
    for (const { text, marked } of pieces) {
      if (marked) paragraph.append(element("mark", "", text));
      else paragraph.append(text);
    }
  });
  nearby.observe(paragraph);
  return paragraph;
}

/** Why a sheet answers: the reader's words it holds, what they became in the sheet, the terms it carries. @param {Found} found */
function reasons(found) {
  /** @type {Map<string, string>} */
  const words = new Map();
  for (const { typed, word } of found.reasons) if (!words.has(typed)) words.set(typed, fold(typed) === fold(word) ? typed : `${typed} → ${word}`);
  // « gens du voyage » says « voyage » too.
  const said = [...words.keys()].map((typed) => typed.split(/[^\p{L}\p{N}]+/u)).filter((parts) => parts.length > 1).flat();
  const told = [...words].filter(([typed]) => !said.includes(typed));
  const telling = told.filter(([typed]) => !isCommon(typed));
  const line = element("p", "carte__pourquoi", "Répond à : ");
  const shown = (telling.length ? telling : told).map(([, word]) => word).slice(0, REASONS_SHOWN).map((word) => element("span", "mot", word));
  shown.push(...found.terms.map((term) => element("span", "mot mot--terme", term.libelle)));
  shown.forEach((one, place) => line.append(...(place ? [" ", one] : [one])));
  return line;
}

/**
 * Workshops and hand-written pages that answer too: after the sheets, and few.
 * @param {Found[]} found @param {Index} index
 * @returns {HTMLElement[]} nothing when none answers
 */
export function otherPages(found, index) {
  if (!found.length) return [];
  const list = element("ul", "ailleurs__liste");
  for (const { rank } of found.slice(0, PAGES_SHOWN)) {
    const { adresse, titre } = index.ailleurs[rank - index.fiches.length];
    const item = element("li", "");
    item.append(wayOut(adresse, titre), " ", element("span", "etiquette", adresse.startsWith("ateliers/") ? "Atelier" : "Page"));
    list.append(item);
  }
  const heading = element("h2", "", "Ateliers et pages du site");
  heading.id = "ailleurs-titre";
  return [heading, list];
}

/** @param {Sheet} sheet @param {Index} index */
function footer(sheet, index) {
  const line = element("p", "carte__pied");
  if (sheet.graine) line.append(element("span", "etiquette", "Graine"));
  const [evidence] = labels(sheet, "preuve", index);
  if (evidence) line.append(evidenceMark(Number(evidence.code), evidence.libelle));
  if (sheet.essaimages) line.append(element("span", "", `${sheet.essaimages} reprise${sheet.essaimages > 1 ? "s" : ""}`));
  const [effort] = labels(sheet, "effort", index);
  if (effort) line.append(element("span", "", `Effort : ${effort.libelle.toLowerCase()}`));
  line.append(element("span", "", labels(sheet, "publics", index).map((term) => term.libelle).join(", ")));
  return line;
}

/** @param {number} level @param {string} label */
function evidenceMark(level, label) {
  const mark = element("span", "preuve");
  const picture = document.createElementNS(SVG, "svg");
  picture.setAttribute("viewBox", "0 0 76 18");
  picture.setAttribute("class", "preuve__marque");
  picture.setAttribute("aria-hidden", "true");
  for (let rank = 0; rank < EVIDENCE_LEVELS; rank += 1) {
    const hexagon = document.createElementNS(SVG, "path");
    hexagon.setAttribute("class", rank < level ? "plein" : "vide");
    hexagon.setAttribute("d", `M${9 + rank * 19} 1.2l7 4v7.6l-7 4-7-4V5.2z`);
    picture.append(hexagon);
  }
  mark.append(picture, element("span", "", label));
  return mark;
}

/** @param {Sheet} sheet @param {string} facet @param {Index} index */
export function labels(sheet, facet, index) {
  const position = index.facettes.findIndex((one) => one.nom === facet);
  return sheet.valeurs[position].map((value) => index.facettes[position].termes[value]);
}

/**
 * What to offer when nothing answers: neighbouring sheets, then the ways out.
 * @param {HTMLElement} container @param {Found[]} neighbours @param {string} because @param {string} heading
 * @param {string} query what was looked for: the subject of a sheet to propose @param {Index} index
 */
export function showEmpty(container, neighbours, because, heading, query, index) {
  const notice = element("div", "avis");
  const ways = element("p", "");
  const subject = query.trim() ? `?sujet=${encodeURIComponent(query.trim())}` : "";
  ways.append("Vous pouvez aussi ", wayOut("fiches/", "parcourir toutes les fiches"), " ou ", wayOut(`proposer/${subject}`, "proposer une graine"), " sur ce sujet.");
  notice.append(element("p", "", because), ways);
  container.replaceChildren(notice);
  if (neighbours.length) {
    container.append(element("h2", "", heading));
    const list = element("ol", "resultats-liste");
    list.append(...neighbours.map((found) => resultCard(found, index)));
    container.append(list);
  }
}

/** @param {string} address from the site's root @param {string} label */
export function wayOut(address, label) {
  const link = document.createElement("a");
  link.href = new URL(address, ROOT).href;
  link.textContent = label;
  return link;
}
