// Suggestions under a search box: sheets, terms, workshops, and the reader's own last searches, kept in this browser.
// The pattern is the ARIA Authoring Practices' editable combobox with list autocomplete.

import { ROOT } from "./chargement.js";
import { loadIndex, loadLexicon } from "./moteur.js";
import { fold } from "./requete.js";

/**
 * @typedef {{ label: string, kind: string, address: string, names: string[][] }} Suggestion the words of each of its names
 */

const SHOWN = { terme: 3, fiche: 5, atelier: 2, page: 1 };
const KINDS = { terme: "Thème, public ou frein", fiche: "Fiche", atelier: "Atelier", page: "Page" };
const FOLDERS = new Map([["theme", "themes"], ["publics", "publics"], ["freins", "freins"], ["territoires", "territoires"]]);
const RECENT_KEY = "essaim-recherches";
const RECENT_COUNT = 5;
const SHORTEST = 2;

/** @type {Promise<Suggestion[]> | undefined} */
let everything;

/** Put together once, when a search box is first used. */
function loadSuggestions() {
  everything ??= Promise.all([loadIndex(), loadLexicon()]).then(([index, lexicon]) => [
    ...lexicon.terms
      .filter(({ facet }) => FOLDERS.has(facet))
      .map(({ facet, code, label, names }) => ({ label, kind: "terme", address: `${FOLDERS.get(facet)}/${code}/`, names: [label, ...names].map(words) })),
    ...index.fiches.map((sheet) => ({ label: sheet.titre, kind: "fiche", address: `fiches/${sheet.id}/`, names: [words(`${sheet.titre} ${sheet.accroche} ${sheet.code}`)] })),
    ...index.ailleurs.map(({ titre, adresse }) => (adresse.startsWith("ateliers/")
      ? { label: titre, kind: "atelier", address: adresse, names: [words(`${titre} atelier`)] }
      : { label: titre, kind: "page", address: adresse, names: [words(titre)] })),
  ]);
  everything.catch(() => (everything = undefined));
  return everything;
}

/** @param {string} text */
function words(text) {
  return fold(text).match(/[a-z0-9]+/g) ?? [];
}

/**
 * What fits the words being typed: every one begins a word of one of its names; fewer words first, in the order given.
 * @param {string} typed @param {Suggestion[]} all
 */
function fitting(typed, all) {
  const asked = words(typed);
  const left = new Map(Object.entries(SHOWN));
  const begins = (/** @type {Suggestion} */ one) => Number(fold(one.label).startsWith(fold(typed.trim())));
  return [...all].sort((a, b) => begins(b) - begins(a)).filter((one) => {
    const room = left.get(one.kind) ?? 0;
    const fits = room > 0 && one.names.some((name) => asked.every((word) => name.some((own) => own.startsWith(word))));
    if (fits) left.set(one.kind, room - 1);
    return fits;
  });
}

/** @returns {string[]} */
function recentSearches() {
  try {
    const kept = JSON.parse(localStorage.getItem(RECENT_KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((one) => typeof one === "string").slice(0, RECENT_COUNT) : [];
  } catch {
    return [];
  }
}

/** @param {string} query */
function rememberSearch(query) {
  const text = query.trim();
  if (!text) return;
  try {
    localStorage.setItem(RECENT_KEY, JSON.stringify([text, ...recentSearches().filter((one) => one !== text)].slice(0, RECENT_COUNT)));
  } catch {
    // Storage refused: nothing is kept.
  }
}

function forgetSearches() {
  try {
    localStorage.removeItem(RECENT_KEY);
  } catch {
    // Storage refused: nothing was kept.
  }
}

/** One search box with its list. */
class Combobox {
  /** @param {HTMLInputElement} input */
  constructor(input) {
    this.input = input;
    this.list = document.createElement("ul");
    this.list.id = `${input.id}-suggestions`;
    this.list.className = "suggestions";
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", "Suggestions");
    this.list.hidden = true;
    this.active = -1;
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("aria-controls", this.list.id);
    (input.closest(".recherche-accueil__ligne, .entete__recherche") ?? input.parentElement)?.append(this.list);
    input.addEventListener("input", () => this.suggest());
    input.addEventListener("focus", () => {
      if (!input.value) this.suggest();
    });
    input.addEventListener("blur", () => this.close());
    input.addEventListener("keydown", (event) => this.onKey(event));
    input.form?.addEventListener("submit", () => {
      rememberSearch(input.value);
      this.close();
    });
    // The box keeps the focus while an option is pressed.
    this.list.addEventListener("pointerdown", (event) => event.preventDefault());
  }

  async suggest() {
    const typed = this.input.value;
    if (typed.trim().length < SHORTEST) {
      if (typed.trim()) this.close();
      else this.showRecent();
      return;
    }
    const found = fitting(typed, await loadSuggestions().catch(() => []));
    if (this.input.value === typed && document.activeElement === this.input) this.show(found.map((one) => this.suggestionOption(one)));
  }

  showRecent() {
    const recent = recentSearches();
    const options = recent.map((query) => this.option(query, "Déjà cherché", () => {
      this.input.value = query;
      this.input.form?.requestSubmit();
    }));
    if (recent.length) {
      options.push(this.option("Effacer mes recherches", "", () => {
        forgetSearches();
        this.close();
      }));
    }
    this.show(options);
  }

  /** @param {Suggestion} one */
  suggestionOption(one) {
    return this.option(one.label, KINDS[/** @type {keyof typeof KINDS} */ (one.kind)], () => location.assign(new URL(one.address, ROOT)));
  }

  /** @param {string} label @param {string} kind @param {() => void} choose */
  option(label, kind, choose) {
    const item = document.createElement("li");
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    const name = document.createElement("span");
    name.textContent = label;
    item.append(name);
    if (kind) {
      const note = document.createElement("span");
      note.className = "suggestions__genre";
      note.textContent = kind;
      item.append(note);
    }
    item.addEventListener("click", choose);
    return item;
  }

  /** @param {HTMLElement[]} options */
  show(options) {
    options.forEach((option, rank) => (option.id = `${this.list.id}-${rank}`));
    this.list.replaceChildren(...options);
    this.activate(-1);
    this.list.hidden = !options.length;
    this.input.setAttribute("aria-expanded", String(options.length > 0));
  }

  close() {
    this.show([]);
  }

  /** @param {number} rank */
  activate(rank) {
    this.list.children[this.active]?.setAttribute("aria-selected", "false");
    this.active = rank;
    const option = this.list.children[rank];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) this.input.setAttribute("aria-activedescendant", option.id);
    else this.input.removeAttribute("aria-activedescendant");
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    const count = this.list.children.length;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!count) {
        this.suggest();
        return;
      }
      event.preventDefault();
      // The box itself is one stop of the round: -1, 0 … count - 1.
      const step = event.key === "ArrowDown" ? 1 : -1;
      this.activate(((this.active + 1 + step + count + 1) % (count + 1)) - 1);
    } else if (event.key === "Enter" && this.active >= 0) {
      event.preventDefault();
      /** @type {HTMLElement} */ (this.list.children[this.active]).click();
    } else if (event.key === "Escape" && count) {
      event.preventDefault();
      this.close();
    }
  }
}

/** Gives a search box its suggestions, at its first focus. @param {HTMLInputElement} input */
export function attach(input) {
  if (input.getAttribute("role") !== "combobox") new Combobox(input).suggest();
}
