// Drafts, in this browser alone: several, named by their title, each one erased on demand. Storage may be refused.

/** @typedef {import("./champs.js").Tree} Tree */
/**
 * @typedef {object} Draft
 * @property {string} cle
 * @property {string} genre `fiche` or `essaimage`
 * @property {string} titre
 * @property {string} date ISO, with the time
 * @property {"graine" | "fiche"} taille
 * @property {string} etape
 * @property {string[]} [faites] steps that were done; absent from older drafts
 * @property {Tree} entree what is typed, spaces included
 * @property {string} identifiant as chosen by hand, or empty
 * @property {string} theme as chosen by hand, or empty
 * @property {string} origine the id of the published sheet that is corrected, or empty
 */

const PREFIX = "essaim-brouillon-";
/** A step, a theme, a sheet, or none: what selectors and addresses are made of. */
const NAME = /^[a-z0-9-]*$/;
const CURRENT = "essaim-brouillon-ouvert-";

/** @param {string} kind @returns {Draft[]} the newest first */
export function drafts(kind) {
  /** @type {Draft[]} */
  const found = [];
  try {
    for (let rank = 0; rank < localStorage.length; rank += 1) {
      const key = localStorage.key(rank) ?? "";
      if (key.startsWith(PREFIX)) found.push(...readDraft(localStorage.getItem(key)).filter((draft) => PREFIX + draft.cle === key));
    }
  } catch {
    return [];
  }
  return found.filter((draft) => draft.genre === kind).sort((one, other) => other.date.localeCompare(one.date));
}

/** What another program left under our name is no draft. @param {string | null} text @returns {Draft[]} */
function readDraft(text) {
  try {
    const draft = JSON.parse(text ?? "");
    const isDraft = [draft.cle, draft.date, draft.titre].every((one) => typeof one === "string") && !Number.isNaN(Date.parse(draft.date));
    const isNamed = [draft.etape, draft.theme, draft.origine, ...(draft.faites ?? [])].every((one) => typeof one === "string" && NAME.test(one)) && typeof draft.identifiant === "string";
    return isDraft && isNamed && draft.entree && typeof draft.entree === "object" ? [draft] : [];
  } catch {
    return [];
  }
}

/** A tab's hold on its draft, which another tab may have open too. */
export class Hold {
  constructor() {
    this.key = newKey();
    /** What was last read or written, and what the form made of it. */
    this.stored = this.shown = "";
  }

  /** @param {Draft} draft as it is stored @param {Draft} shown as the form holds it */
  take(draft, shown = draft) {
    this.key = draft.cle;
    this.stored = contentOf(draft);
    this.shown = contentOf(shown);
  }

  /**
   * Writes the draft; under another key when another tab has changed it since, so that neither loses anything.
   * @param {Draft} draft @returns {"gardé" | "à part" | "refusé"}
   */
  keep(draft) {
    try {
      const stored = readDraft(localStorage.getItem(PREFIX + this.key)).map(contentOf)[0] ?? "";
      const isElsewhere = stored !== this.stored;
      if (isElsewhere && contentOf(draft) === this.shown) return "gardé";
      const isApart = isElsewhere && stored !== "";
      const written = isApart ? { ...draft, cle: newKey() } : draft;
      localStorage.setItem(PREFIX + written.cle, JSON.stringify(written));
      sessionStorage.setItem(CURRENT + written.genre, written.cle);
      this.take(written);
      return isApart ? "à part" : "gardé";
    } catch {
      return "refusé";
    }
  }
}

/** What was typed, whatever the step that is open. @param {Draft} draft */
const contentOf = ({ entree, identifiant, theme, taille }) => JSON.stringify([entree, identifiant, theme, taille]);

/** @param {string} key */
export function erase(key) {
  try {
    localStorage.removeItem(PREFIX + key);
  } catch {
    // Storage refused: there was nothing to erase.
  }
}

/** The draft this tab had open: a reload or the back button finds it again. @param {string} kind */
export function openDraft(kind) {
  try {
    const key = sessionStorage.getItem(CURRENT + kind);
    return drafts(kind).find((draft) => draft.cle === key);
  } catch {
    return undefined;
  }
}

/** @param {string} kind */
export function closeDraft(kind) {
  try {
    sessionStorage.removeItem(CURRENT + kind);
  } catch {
    // Storage refused: no draft was open.
  }
}

const newKey = () => `${Date.now().toString(36)}-${Math.floor(Math.random() * 1e9).toString(36)}`;
