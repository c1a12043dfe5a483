// A long page (sheets, acronyms, replications): keeps the lines that hold every word typed, and says how many.

import { contentWords, fold, stem } from "./recherche/requete.js";

const box = /** @type {HTMLElement} */ (document.querySelector(".filtre"));
const input = /** @type {HTMLInputElement} */ (box.querySelector("input"));
const clear = /** @type {HTMLButtonElement} */ (box.querySelector("button"));
const status = /** @type {HTMLElement} */ (box.querySelector("[role=status]"));
const nothing = /** @type {HTMLElement} */ (box.querySelector(".filtre__rien"));
const elsewhere = /** @type {HTMLAnchorElement} */ (nothing.querySelector("a"));
const jumps = /** @type {HTMLElement | null} */ (document.querySelector(".sauts, .aller"));
const lines = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-ligne]"))];
const groups = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-groupe]"))];

/** Words apart, folded, each after a space. @param {string} text */
const spaced = (text) => ` ${fold(text).replace(/[^\p{L}\p{N}]+/gu, " ").trim()} `;

const texts = lines.map((line) => {
  const title = line.closest("[data-groupe]")?.querySelector("h2")?.textContent ?? "";
  return spaced(`${line.textContent} ${line.dataset.mots ?? ""} ${title}`);
});

/** « as » is a word or begins the line: not every « association ». @param {string} text @param {string} word */
const holds = (text, word) => text.startsWith(` ${word}`) || text.includes(word.length > 2 ? ` ${word}` : ` ${word} `);

function filter() {
  const typed = input.value.trim();
  const words = contentWords(typed).map((word) => stem(fold(word))).filter((word) => word.length > 1);
  let kept = 0;
  lines.forEach((line, rank) => {
    line.hidden = !words.every((word) => holds(texts[rank], word));
    if (!line.hidden) kept += 1;
  });
  for (const group of groups) group.hidden = !group.querySelector("[data-ligne]:not([hidden])");
  if (jumps) jumps.hidden = words.length > 0;
  clear.hidden = !typed;
  const counted = `${kept} ${kept > 1 ? box.dataset.plusieurs : box.dataset.un}`;
  status.textContent = kept === lines.length ? counted : `${counted} sur ${lines.length}`;
  nothing.hidden = kept > 0;
  elsewhere.search = new URLSearchParams({ q: typed }).toString();
}

/** The first line kept comes under the box, wherever the page was. */
function follow() {
  filter();
  const first = groups.find((group) => !group.hidden);
  if (first && first.getBoundingClientRect().top < box.getBoundingClientRect().bottom) first.scrollIntoView();
}

function empty() {
  input.value = "";
  follow();
  input.focus();
}

/** What an address points at is open: a replication is linked from its sheet. */
function openTarget() {
  const folded = document.getElementById(location.hash.slice(1))?.closest("[data-ligne]")?.querySelector("details");
  if (folded) folded.open = true;
}

addEventListener("hashchange", openTarget);
openTarget();
input.addEventListener("input", follow);
input.addEventListener("keydown", (event) => event.key === "Escape" && input.value && empty());
clear.addEventListener("click", empty);
if (input.value) filter();
