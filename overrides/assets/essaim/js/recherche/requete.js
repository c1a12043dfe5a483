// A practitioner's sentence → the words worth asking for.

// Grammar: words that say nothing by themselves.
const STOP_WORDS = new Set(
  (
    "a afin ai ainsi alors apres as au aucun aucune aujourd aussi autre autres aux avant avec avoir ayant beaucoup bien c ca car ce ceci cela celle " +
    "celles celui ces cet cette ceux chaque chez ci comme comment d dans de dehors deja des depuis dont du elle elles en encore enfin ensuite entre " +
    "es est et etc ete etre eu eux faire fait faut gens hui ici il ils j jamais je jusqu jusque l la le les leur leurs lors lorsque lui m ma mais me " +
    "meme memes mes moi moins mon n ne ni non nos notre nous on ont ou ouais oui par parce pas pendant peu plus plusieurs plutot pour pourquoi " +
    "presque puis puisqu puisque qu quand que quel quelle quelles quels quelqu quelque quelques qui quoi rien s sa sans se selon ses si sinon soi " +
    "soit son sont souvent sous sur surtout t ta tant te tel telle tels tes toi ton toujours tous tout toute toutes tres trop tu un une vers via " +
    "voici voila vos votre vous vraiment y"
  ).split(" "),
);

// The commonest verbs and nouns of a sentence that asks for something: they say little, and little is asked of them.
const COMMON_WORDS = new Set(
  (
    "aider aide aimerais aller allez arrive arrivent arriver besoin cherche cherchent chercher chose choses coup crois croit demande demandent " +
    "dire dit disent doit doivent donne donner fais faits fasse fois font genre idee jour laisser lieu maniere met mettent mettre moment monde mot " +
    "mots moyen niveau part passe passent passer personne personnes peut peuvent peux place plein possible pouvoir prend prendre prennent probleme " +
    "problemes question reste rester sait sais savent savoir sens sept suis temps tient tiens trouve trouver truc trucs va vais veulent veut veux " +
    "vie vient viennent viendra venir voient voir voit vont vrai vraie"
  ).split(" "),
);

// « l'emploi » is indexed as « emploi »: what Pagefind splits when indexing must be split when asking.
const ELISION = /(^|[^\p{L}])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)['’](?=\p{L})/giu;

/** Lower case, no accents, ligatures opened. @param {string} text */
export function fold(text) {
  return text
    .toLowerCase()
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
    .normalize("NFD")
    .replace(/\p{M}/gu, "");
}

/** A rough French stem, enough to bring a word and its plural or feminine together. @param {string} folded */
export function stem(folded) {
  return folded.length > 3 ? folded.replace(/(?:euses?|eurs?|rices?)$/, "eu").replace(/(?:ees?|es|s|x|e)$/, "") : folded;
}

/** The words of a query as typed, in order, without repeats. @param {string} query @returns {string[]} */
function everyWord(query) {
  const words = query.normalize("NFC").replace(ELISION, "$1").match(/[\p{L}\p{N}]+/gu) ?? [];
  const seen = new Set();
  return words.filter((word) => !seen.has(fold(word)) && seen.add(fold(word)));
}

// « AS », « DE », « ML »: among words in small letters, capitals are meant.
const ACRONYM = /^\p{Lu}{2,}$/u;

/** @param {string[]} words */
function isEmpty(words) {
  const shouted = words.every((word) => word === word.toUpperCase());
  return (/** @type {string} */ word) => STOP_WORDS.has(fold(word)) && (shouted || !ACRONYM.test(word));
}

/**
 * The words of a query that say what it is about; common words, then grammar, only when it holds nothing else.
 * @param {string} query
 * @returns {string[]} as typed
 */
export function contentWords(query) {
  const words = everyWord(query);
  const empty = isEmpty(words);
  const meaningful = words.filter((word) => !empty(word));
  const telling = meaningful.filter((word) => !COMMON_WORDS.has(fold(word)));
  return telling.length ? telling : meaningful.length ? meaningful : words;
}

/** The common words that `contentWords` left out. @param {string} query @returns {string[]} */
export function commonWords(query) {
  const telling = new Set(contentWords(query));
  return everyWord(query).filter((word) => COMMON_WORDS.has(fold(word)) && !telling.has(word));
}

const LINKS = new Set("a au aux d de des du en et l la le les ou".split(" "));

/**
 * Whether an expression loses its meaning with its stop words: « sans suivi » is not « suivi ».
 * @param {string} expression
 */
export function isHollow(expression) {
  const words = fold(expression).match(/[a-z0-9]+/g) ?? [];
  return words.filter((word) => !LINKS.has(word)).length > 1 && contentWords(expression).length < 2;
}

/** What two ways of writing the same expression share: its content words' stems. @param {string} expression */
export function keyOf(expression) {
  return contentWords(expression).map((word) => stem(fold(word))).join(" ");
}
