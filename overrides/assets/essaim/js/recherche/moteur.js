// The search engine's door: what is downloaded, when, and a query's answer. The steps, in order:
// 1. requete.js     a sentence → its words (elisions, accents, stop words);
// 2. lecture.js     its slips put right, with fautes.js; the terms, places (lieux.js) and other words it means, with lexique.js:
//                   the plan of what to ask;
// 3. mots.js        a word → the passages that hold it; Pagefind, when the query has no word that a passage holds;
// 4. classement.js  all of them put together by rarity, place and company.

import { ROOT, load, loadText } from "./chargement.js";
import { rank } from "./classement.js";
import { read } from "./lecture.js";
import { Lexicon } from "./lexique.js";
import { Words } from "./mots.js";
import { contentWords, fold } from "./requete.js";

/** @import { Plan } from "./lecture.js" */
/** @import { Holding } from "./mots.js" */

/**
 * @typedef {{ code: string, libelle: string }} Term
 * @typedef {{ nom: string, libelle: string, termes: Term[] }} Facet
 * @typedef {{ id: string, titre: string, accroche: string, code: string, maj: string, graine: boolean, essaimages: number, valeurs: number[][] }} Sheet
 * @typedef {{ adresse: string, titre: string }} OtherPage a workshop or a hand-written page
 * @typedef {{ facettes: Facet[], fiches: Sheet[], ailleurs: OtherPage[], fragments: Record<string, number> }} Index
 * @typedef {{ init: () => Promise<void>, search: (word: string) => Promise<{ results: { id: string }[] }> }} Pagefind
 * @typedef {Map<string, Set<string>>} Selection facet name → chosen codes
 * @typedef {{ typed: string, word: string }} Reason a word of the query, and the word of the sheet it led to
 * @typedef {{ rank: number, score: number, passage: string, forms: string[], reasons: Reason[], terms: Term[] }} Found
 *   `rank`: in the index's sheets or, past their end, in its other pages; `passage`: the letter of the one that says
 *   most; `forms`: the words met, as the page writes them
 * @typedef {{ found: Found[], elsewhere: Found[], plan: Plan }} Answer sheets, other pages, and how the query was read
 */

// The letter of a passage that is none of those the index knows: worth the least, and never shown.
const FULL_TEXT = "_";
// Shorter, a word of the full text is grammar, or a word not typed to its end.
const SHORTEST_ASKED = 3;
/** @type {Holding} */
const NOWHERE = { forms: [], held: new Map() };

/** @type {Promise<Index> | undefined} */
let index;

/** The small index behind filters, cards and suggestions; downloaded once. */
export function loadIndex() {
  index ??= load("index.json");
  index.catch(() => (index = undefined));
  return index;
}

/** @type {Promise<Lexicon> | undefined} */
let lexicon;

/** The lexicon, downloaded at the first words typed. */
export function loadLexicon() {
  lexicon ??= Promise.all([load("lexique.json"), load("mots.json"), loadIndex()]).then(
    ([data, { mots, debuts }, { facettes }]) => new Lexicon(data, new Words(mots, debuts, (piece) => loadText(`mots/${piece}.txt`)), facettes),
  );
  lexicon.catch(() => (lexicon = undefined));
  return lexicon;
}

/** @type {Promise<Pagefind> | undefined} */
let pagefind;

function loadPagefind() {
  pagefind ??= import(new URL("pagefind/pagefind.js", ROOT).href).then(async (module) => {
    await module.init();
    return module;
  });
  pagefind.catch(() => (pagefind = undefined));
  return pagefind;
}

/**
 * The pages that hold a word outside their indexed passages, from Pagefind's full text. Quoted: else it falls back on
 * the word's first letters.
 * @param {string} word @param {Index} index
 * @returns {Promise<Holding>}
 */
async function inFullText(word, index) {
  const { results } = await (await loadPagefind()).search(`"${word}"`);
  const known = results.filter((result) => result.id in index.fragments);
  return { forms: [fold(word)], held: new Map(known.map((result) => [index.fragments[result.id], FULL_TEXT])) };
}

/** Starts the download of what a query needs. */
export function warmUp() {
  loadLexicon().catch(() => {});
}

/**
 * What answers a query, best first.
 * @param {string} query @param {Index} index @param {Set<string>} refused readings the reader undid
 * @returns {Promise<Answer | null>} null when the query has no word, or none typed to its end
 */
export async function searchText(query, index, refused) {
  const typed = contentWords(query);
  if (!typed.some((word) => word.length > 1)) return null;
  const lexicon = await loadLexicon();
  const plan = read(query, lexicon, refused);
  const words = lexicon.words;
  const holds = (/** @type {string} */ word) => words.holds(fold(word));
  const knows = !index.fiches.length || plan.terms.length > 0 || plan.concepts.some(({ variants }) => variants.some(({ text }) => contentWords(text).some(holds)));
  const ranked = await rank(plan, index, (word) => {
    if (holds(word)) return words.holding(word);
    return knows || word.length < SHORTEST_ASKED ? Promise.resolve(NOWHERE) : inFullText(word, index);
  });
  if (!ranked.length && typed.every((word) => word.length < SHORTEST_ASKED)) return null;
  // A word without a figure is a code only when nothing else is typed.
  const codes = [query.trim(), ...typed.filter((word) => /\d/.test(word))].map((word) => word.toUpperCase());
  const coded = index.fiches.findIndex((sheet) => codes.includes(sheet.code));
  const found = ranked.filter((one) => one.rank < index.fiches.length && one.rank !== coded);
  if (coded >= 0) found.unshift({ rank: coded, score: Infinity, passage: "", forms: [], reasons: [{ typed: index.fiches[coded].code, word: index.fiches[coded].code }], terms: [] });
  return { found, elsewhere: ranked.filter((one) => one.rank >= index.fiches.length), plan };
}
