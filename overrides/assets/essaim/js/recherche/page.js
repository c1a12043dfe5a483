// The search page: the address holds the state, the page shows it.

import { element } from "../dom.js";
import { showReadings } from "./compris.js";
import { buildFacets, updateFacets } from "./facettes.js";
import { countFacets, everySheet, passes } from "./filtres.js";
import { loadIndex, searchText, warmUp } from "./moteur.js";
import { labels, otherPages, resultCard, showEmpty } from "./resultats.js";

/** @import { Answer, Found, Index, Selection } from "./moteur.js" */

const PAGE_SIZE = 10;
// Long enough not to search at each key of a fast hand, short enough not to be felt.
const PAUSE_MS = 40;
// A pause shorter is not felt as waiting.
const WAITING_MS = 400;
const NEIGHBOURS = 3;

/** @template {HTMLElement} T @param {string} id @returns {T} */
const byId = (id) => /** @type {T} */ (document.getElementById(id));
const form = /** @type {HTMLFormElement} */ (byId("recherche"));
const input = /** @type {HTMLInputElement} */ (byId("recherche-q"));
const filters = /** @type {HTMLDetailsElement} */ (byId("filtres"));
const order = /** @type {HTMLSelectElement} */ (byId("tri"));
const [status, list, empty, chosen, understood, facets, more, elsewhere, see] = ["etat", "resultats", "vide", "choisis", "compris", "facettes", "suite-resultats", "ailleurs", "voir"].map(
  (id) => byId(id),
);

/** @type {Index} */
let index;
/** @type {{ query: string, refused: Set<string>, selection: Selection, order: string }} */
let state;
let shown = PAGE_SIZE;
let latest = 0;

function readAddress() {
  const address = new URLSearchParams(location.search);
  const known = (/** @type {import("./moteur.js").Facet} */ facet) => new Set(facet.termes.map((term) => term.code));
  state = {
    query: address.get("q") ?? "",
    refused: new Set(address.getAll("sauf")),
    order: address.get("tri") ?? "",
    selection: new Map(index.facettes.map((facet) => [facet.nom, new Set(address.getAll(facet.nom).filter((code) => known(facet).has(code)))])),
  };
  input.value = state.query;
  order.value = state.order;
  if (order.selectedIndex < 0) order.value = state.order = "";
  shown = PAGE_SIZE;
}

/** @param {"pushState" | "replaceState"} how */
function writeAddress(how) {
  const address = new URLSearchParams();
  if (state.query.trim()) address.set("q", state.query.trim());
  for (const [facet, codes] of state.selection) for (const code of codes) address.append(facet, code);
  for (const reading of state.refused) address.append("sauf", reading);
  if (state.order) address.set("tri", state.order);
  const written = address.size ? `?${address}` : location.pathname;
  if (written !== (location.search || location.pathname)) history[how](null, "", written);
}

async function show() {
  const turn = (latest += 1);
  /** @type {Answer | null} */
  let answer;
  const waiting = setTimeout(() => turn === latest && wait(), WAITING_MS);
  try {
    answer = await searchText(state.query, index, state.refused);
  } catch {
    if (turn === latest) fail();
    return;
  } finally {
    clearTimeout(waiting);
  }
  if (turn !== latest) return;
  list.ariaBusy = null;
  const text = answer?.found ?? null;
  const candidates = text ?? everySheet(index);
  const found = sorted(candidates.filter(({ rank }) => passes(index.fiches[rank], state.selection, index)));
  filters.hidden = false;
  updateFacets(facets, countFacets(candidates, state.selection, index), state.selection);
  showChosen();
  showReadings(understood, answer?.plan, { refuse, choose: (facet, code) => choose(facet, code, true).then(focusChosen), selection: state.selection });
  // Safari puts a search box back to its default when one comes back to its page.
  input.defaultValue = state.query;
  status.textContent = sentence(found.length, text !== null);
  see.textContent = found.length ? `Voir ${found.length > 1 ? `les ${found.length} fiches` : "la fiche"}` : "Aucune fiche : fermer les filtres";
  list.replaceChildren(...found.slice(0, shown).map((one) => resultCard(one, index)));
  more.hidden = found.length <= shown;
  empty.hidden = found.length > 0;
  /** @type {HTMLElement} */ (order.parentElement).hidden = !found.length;
  if (!found.length) offerNeighbours(text);
  elsewhere.replaceChildren(...otherPages(answer?.elsewhere ?? [], index));
  elsewhere.hidden = !elsewhere.children.length;
  document.title = `${state.query ? `${state.query} – ` : ""}Chercher une pratique – Essaim`;
}

/** @param {Found[]} found */
function sorted(found) {
  const level = (/** @type {Found} */ one) => Number(labels(index.fiches[one.rank], "preuve", index)[0]?.code ?? -1);
  const by = {
    recentes: (/** @type {Found} */ a, /** @type {Found} */ b) => index.fiches[b.rank].maj.localeCompare(index.fiches[a.rank].maj),
    preuve: (/** @type {Found} */ a, /** @type {Found} */ b) => level(b) - level(a),
    reprises: (/** @type {Found} */ a, /** @type {Found} */ b) => index.fiches[b.rank].essaimages - index.fiches[a.rank].essaimages,
  }[state.order];
  return by ? [...found].sort(by) : found;
}

/** @param {number} count @param {boolean} withText */
function sentence(count, withText) {
  if (!count) return "Aucune fiche ne répond à tout cela.";
  const sheets = `${count} fiche${count > 1 ? "s" : ""}`;
  return withText ? `${sheets} proche${count > 1 ? "s" : ""} de vos mots.` : `${sheets}.`;
}

/** @param {Found[] | null} text */
function offerNeighbours(text) {
  const filtered = [...state.selection.values()].some((codes) => codes.size);
  const neighbours = (text?.length ? text : sorted(everySheet(index))).slice(0, NEIGHBOURS);
  const because = text?.length && filtered
    ? "Vos mots mènent à des fiches, mais aucune ne passe tous les filtres. Retirez-en un."
    : filtered && !text
      ? "Aucune fiche ne réunit ces filtres. Retirez-en un."
      : "Aucune fiche ne contient ces mots. Essayez un mot plus courant, ou un seul à la fois.";
  showEmpty(empty, neighbours, because, text?.length ? "Les plus proches, sans les filtres" : "À découvrir en attendant", state.query, index);
}

function showChosen() {
  const buttons = [];
  for (const facet of index.facettes) {
    for (const code of state.selection.get(facet.nom) ?? []) {
      const label = facet.termes.find((term) => term.code === code)?.libelle ?? code;
      const button = element("button", "", `${label} ×`);
      button.setAttribute("aria-label", `Retirer le filtre ${facet.libelle} : ${label}`);
      button.setAttribute("type", "button");
      button.addEventListener("click", () => choose(facet.nom, code, false).then(focusChosen));
      buttons.push(button);
    }
  }
  if (buttons.length > 1) {
    const all = element("button", "", "Tout retirer");
    all.setAttribute("type", "button");
    all.addEventListener("click", () => {
      for (const codes of state.selection.values()) codes.clear();
      changed("pushState");
      input.focus();
    });
    buttons.push(all);
  }
  chosen.replaceChildren(...buttons);
}

/** The button pressed is gone once all is shown anew: the keyboard goes on from the filters chosen. */
const focusChosen = () => (chosen.querySelector("button") ?? input).focus();

/** @param {string} facet @param {string} code @param {boolean} on */
function choose(facet, code, on) {
  const codes = state.selection.get(facet);
  if (on) codes?.add(code);
  else codes?.delete(code);
  return changed("pushState");
}

/** @param {"pushState" | "replaceState"} how */
function changed(how) {
  shown = PAGE_SIZE;
  writeAddress(how);
  return show();
}

/** @param {string} reading what the reader says was not meant */
function refuse(reading) {
  state.refused.add(reading);
  changed("pushState");
  input.focus();
}

/** What the former words found is no answer to those being looked for. */
function wait() {
  status.textContent = "Recherche en cours…";
  list.ariaBusy = "true";
}

function fail() {
  status.textContent = "La recherche n’a pas pu se charger. Elle reprendra avec la connexion.";
  for (const former of [list, understood, elsewhere]) former.replaceChildren();
  more.hidden = true;
  list.ariaBusy = null;
  /** @type {HTMLElement} */ (order.parentElement).hidden = true;
  showEmpty(empty, [], "Sans elle, toutes les fiches restent lisibles.", "", "", index);
  empty.hidden = false;
  addEventListener("online", index ? show : start, { once: true });
}

/** Other words are other meanings: what was refused of the former ones no longer holds. */
function typed() {
  if (state.query !== input.value) state.refused.clear();
  state.query = input.value;
}

function listen() {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let pause;
  input.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(() => {
      typed();
      changed("replaceState");
    }, PAUSE_MS);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(pause);
    typed();
    changed("pushState");
  });
  order.addEventListener("change", () => {
    state.order = order.value;
    changed("pushState");
  });
  more.querySelector("button")?.addEventListener("click", () => {
    const next = shown;
    shown += PAGE_SIZE;
    show().then(() => /** @type {HTMLElement | null} */ (list.children[next]?.querySelector("a"))?.focus());
  });
  see.addEventListener("click", () => {
    filters.open = false;
    (list.querySelector("a") ?? input).focus({ preventScroll: true });
    status.scrollIntoView({ block: "start" });
  });
  addEventListener("popstate", () => {
    readAddress();
    show();
  });
}

async function start() {
  document.getElementById("tarde")?.remove();
  try {
    index = await loadIndex();
  } catch {
    fail();
    return;
  }
  buildFacets(facets, index, choose);
  const alreadyTyped = input.value;
  readAddress();
  listen();
  input.addEventListener("focus", warmUp, { once: true });
  if (alreadyTyped) {
    input.value = alreadyTyped;
    typed();
    await changed("replaceState");
  } else await show();
  filters.open = matchMedia("(min-width: 60em)").matches;
}

start();
