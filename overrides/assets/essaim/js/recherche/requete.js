// A practitioner's sentence → the words worth asking for.

// Words that say nothing of a practice: grammar, and what every query of the field begins with.
const STOP_WORDS = new Set(
  (
    "a afin ai ainsi alors apres as au aucun aucune aussi autre autres aux avant avec avoir ayant beaucoup bien c ca car ce ceci cela celle " +
    "celles celui ces cet cette ceux chaque chez ci comme comment d dans de des depuis dont du elle elles en encore entre es est et etc ete " +
    "etre eu faire fait faut font gens il ils j je jusqu jusque l la le les leur leurs lors lorsque lui m ma mais me meme memes mes mettre moi " +
    "moins mon n ne ni non nos notre nous on ont ou par parce pas peu peut peuvent plus plusieurs pour pourquoi pouvoir puis puisqu " +
    "puisque qu quand que quel quelle quelles quels quelqu quelque quelques qui quoi s sa sans se selon ses si soi soit son sont sous " +
    "sur t ta te tes tous tout toute toutes tres trop tu un une vers veut veux via voici voila vos votre vous y"
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

/**
 * The words of a query, in order, without repeats; its stop words only when it holds nothing else.
 * @param {string} query
 * @returns {string[]}
 */
export function contentWords(query) {
  const words = query.normalize("NFC").replace(ELISION, "$1").match(/[\p{L}\p{N}]+/gu) ?? [];
  const meaningful = words.filter((word) => !STOP_WORDS.has(fold(word)));
  const kept = meaningful.length ? meaningful : words;
  const seen = new Set();
  return kept.filter((word) => !seen.has(fold(word)) && seen.add(fold(word)));
}
