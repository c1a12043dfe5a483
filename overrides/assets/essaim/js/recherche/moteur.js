// The search engine's door: what is downloaded, when, and a query's answer. The steps, in order:
// 1. requete.js   a sentence → its content words (elisions, accents, stop words);
// 2. fautes.js    a word no sheet holds → the nearest one they do;
// 3. lexique.js   words → vocabulary terms, other words, acronyms: the plan of what to ask;
// 4. classement.js  the plan → Pagefind, one word at a time, fused by rarity and closeness.

import { rank } from "./classement.js";
import { Lexicon } from "./lexique.js";
import { contentWords } from "./requete.js";

/** @import { Plan } from "./lexique.js" */

/**
 * @typedef {{ code: string, libelle: string }} Term
 * @typedef {{ nom: string, libelle: string, termes: Term[] }} Facet
 * @typedef {{ id: string, titre: string, accroche: string, code: string, maj: string, graine: boolean, essaimages: number, valeurs: number[][] }} Sheet
 * @typedef {{ adresse: string, titre: string }} OtherPage a workshop or a hand-written page
 * @typedef {{ facettes: Facet[], fiches: Sheet[], ailleurs: OtherPage[], fragments: Record<string, number>, longueurs: number[] }} Index
 * @typedef {{ content: string, locations: number[] }} Fragment
 * @typedef {{ id: string, score: number, words: number[], data: () => Promise<Fragment> }} PagefindResult
 * @typedef {{ options: (o: object) => Promise<void>, init: () => Promise<void>, search: (word: string) => Promise<{ results: PagefindResult[] }> }} Pagefind
 * @typedef {Map<string, Set<string>>} Selection facet name → chosen codes
 * @typedef {{ word: string, result: PagefindResult }} Hit
 * @typedef {{ typed: string, word: string }} Reason a word of the query, and the word of the sheet it led to
 * @typedef {{ rank: number, score: number, hits: Hit[], reasons: Reason[], terms: Term[] }} Found
 *   `rank`: in the index's sheets or, past their end, in its other pages
 * @typedef {{ found: Found[], elsewhere: Found[], plan: Plan }} Answer sheets, other pages, and how the query was read
 */

const ROOT = new URL("../../../../", import.meta.url);
// What a sheet is also called, and the other words for its terms: indexed beside its text, never shown.
const META_WEIGHTS = { noms: 2, mots: 0.2 };

/** @type {Promise<Index> | undefined} */
let index;

/** The small index behind filters, cards and suggestions; downloaded once. */
export function loadIndex() {
  index ??= load("index");
  index.catch(() => (index = undefined));
  return index;
}

/** @type {Promise<Lexicon> | undefined} */
let lexicon;

/** The lexicon, downloaded at the first words typed. */
export function loadLexicon() {
  lexicon ??= Promise.all([load("lexique"), loadIndex()]).then(([data, { facettes }]) => new Lexicon(data, facettes));
  lexicon.catch(() => (lexicon = undefined));
  return lexicon;
}

/** @param {string} name */
async function load(name) {
  const answer = await fetch(new URL(`recherche/${name}.json`, ROOT), { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${name} ${answer.status}`);
  return answer.json();
}

/** @type {Promise<Pagefind> | undefined} */
let pagefind;

function loadPagefind() {
  pagefind ??= import(new URL("pagefind/pagefind.js", ROOT).href).then(async (module) => {
    await module.options({ ranking: { metaWeights: META_WEIGHTS } });
    await module.init();
    return module;
  });
  pagefind.catch(() => (pagefind = undefined));
  return pagefind;
}

/** Starts every download a query will need. */
export function warmUp() {
  loadLexicon().catch(() => {});
  loadPagefind().catch(() => {});
}

/**
 * What answers a query, best first.
 * @param {string} query @param {Index} index @param {Set<string>} refused readings the reader undid
 * @returns {Promise<Answer | null>} null when the query has no word
 */
export async function searchText(query, index, refused) {
  if (!contentWords(query).length) return null;
  if (!index.fiches.length) return { found: [], elsewhere: [], plan: { concepts: [], terms: [], corrections: [], acronyms: [] } };
  const [engine, words] = await Promise.all([loadPagefind(), loadLexicon()]);
  const plan = words.plan(query, refused);
  const ranked = await rank(plan, index, (word) => engine.search(word));
  const code = query.trim().toUpperCase();
  const coded = index.fiches.findIndex((sheet) => sheet.code === code);
  const found = ranked.filter((one) => one.rank < index.fiches.length && one.rank !== coded);
  if (coded >= 0) found.unshift({ rank: coded, score: Infinity, hits: [], reasons: [{ typed: code, word: code }], terms: [] });
  return { found, elsewhere: ranked.filter((one) => one.rank >= index.fiches.length), plan };
}
