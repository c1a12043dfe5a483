// A practitioner's sentence → the words worth asking for.

// Grammar: words that say nothing by themselves.
const STOP_WORDS = new Set(
  (
    "a afin ai ainsi alors apres as au aucun aucune aujourd aussi autre autres aux avaient avait avant avec avez avoir avons ayant beaucoup " +
    "bien c ca car ce ceci cela celle celles celui cependant certain certaine certaines certains ces cet cette ceux chacun chacune chaque " +
    "chez ci comme comment d dans de dehors deja depuis des dont du e egalement elle elles en encore enfin ensuite entre es est et etaient " +
    "etait etant etc ete etes etre eu eux faire fait faut furent fut gens hui ici il ils j jamais je jusqu jusque l la laquelle le lequel les " +
    "lesquelles lesquels leur leurs lors lorsque lui m ma mais malgre me meme memes mes mien moi moins mon n ne ni non nos notre nous on ont " +
    "ou ouais oui par parce parfois pas pendant peu plus plusieurs plutot pour pourquoi presque puis puisqu puisque qu quand que quel quelle " +
    "quelles quelqu quelque quelques quels qui quoi rien s sa sans se selon sera serait seront ses si sien sinon soi soit sommes son sont " +
    "sous souvent suis sur surtout t ta tant te tel telle telles tels tes toi ton toujours tous tout toute toutes tres trop tu un une vers " +
    "via voici voila vos votre vous vraiment y " +
    // As one greets, asks and thanks.
    "aimerais aimerait allo avance bjr bonjour bonsoir cherche cherchent chercher cherchons chose choses connais connaissez cordialement " +
    "existe existent exister hello idee idees merci question salut slt souhaite souhaitent souhaiterais souhaitons stp svp truc trucs " +
    "voudraient voudrais voudrait " +
    // As one writes on a phone.
    "ac avc bcp bq cest cetait chui ds dsl dun dune g jai jen jpp jsp jsuis k ke kel kelk kelk1 kelkun kelqu1 ki koi lon mm ms mtn nai nest nn " +
    "ns ouai ouf pck pcq pdt pk pq pr prq psk qd qq qqch qqn qqs qqu1 qqun quelquun quil quils quon quun quune sest spa ss tjr tjrs tjs tps " +
    "ts tt tte vs ya yen"
  ).split(" "),
);

// The commonest verbs and nouns of a sentence that asks for something, then numbers and spans of time: they say little,
// and little is asked of them.
const COMMON_WORDS = new Set(
  (
    "aide aider ailleurs aller allez arrive arrivent arriver auraient aurais aurait avis besoin bon bonne bout bref cas cause comprend " +
    "comprendre connait connaitre coup croient crois croit demande demandent demander devons devraient devrais devrait dire dis disent dit " +
    "dites dois doit doivent donne donnent donner fais faisons fasse fassent fera ferait fois fond font genre gros grosse laisse laissent " +
    "laisser lieu loin maniere met mettent mettre moment monde mot mots moyen niveau nombreux nouveau nouvelle parait part passe passent " +
    "passer permet permettre personne personnes petit petite peut peuvent peux place plein possible pourraient pourrais pourrait pouvez " +
    "pouvoir pouvons prend prendra prendre prennent probleme problemes reellement rend rendre reste restent rester sais sait savent savez " +
    "savoir sens seulement simple simplement temps tiens tient trouve trouvent trouver va vais vas venir venu veulent veut veux vie viendra " +
    "viennent vient voient voir vois voit vont voulez vouloir voulons vrai vraie " +
    "an annee annees ans cent cinq cinquante deux dix douze heure heures huit jour journee matin minute minutes mois neuf onze premier " +
    "premiere quarante quatre quinze semaine semaines sept six soir trente trois vingt zero"
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

/** What a verb's forms share: « parler », « parle », « parlent ». @param {string} folded */
export function root(folded) {
  return stem(folded).replace(/(?<=.{4})(?:er|ent|ai(?:en)?t|ant|ez|ir?|it)$/, "");
}

/** The words of a text as typed, elisions left out. @param {string} text @returns {string[]} */
function wordsOf(text) {
  return text.normalize("NFC").replace(ELISION, "$1").match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The words of a query as typed, in order, without repeats. @param {string} query @returns {string[]} */
function everyWord(query) {
  const seen = new Set();
  return wordsOf(query).filter((word) => !seen.has(fold(word)) && seen.add(fold(word)));
}

// « AS », « DE », « ML »: among words in small letters, capitals are meant.
const ACRONYM = /^\p{Lu}{2,}$/u;

/** @param {string[]} words */
function isEmpty(words) {
  const shouted = words.every((word) => word === word.toUpperCase());
  return (/** @type {string} */ word) => STOP_WORDS.has(fold(word)) && (shouted || !ACRONYM.test(word));
}

/** The words of a query but its grammar; its grammar when it holds nothing else. @param {string} query @returns {string[]} as typed */
export function spokenWords(query) {
  const words = everyWord(query);
  const empty = isEmpty(words);
  const spoken = words.filter((word) => !empty(word));
  return spoken.length ? spoken : words;
}

/** The words of a query that say what it is about; the others only when it holds nothing else. @param {string} query @returns {string[]} as typed */
export function contentWords(query) {
  const spoken = spokenWords(query);
  const telling = spoken.filter((word) => !isCommon(word));
  return telling.length ? telling : spoken;
}

/** Whether a word, or a number, says little, and is asked little. @param {string} word */
export function isCommon(word) {
  return /^\d+$/.test(word) || COMMON_WORDS.has(fold(word));
}

const LINKS = new Set("a au aux d de des du en et l la le les ou".split(" "));
const POINTERS = new Set(
  "ai as aucun aucune ce ces cet cette elle elles est il ils j je leur leurs m ma mes mon n ne nos notre on ont sa ses son sont t ta tes ton un une vos votre y".split(" "),
);

/**
 * Whether an expression loses its meaning with its stop words: « sans suivi » is not « suivi ».
 * @param {string} expression
 */
export function isHollow(expression) {
  return wordsOf(expression).filter((word) => !LINKS.has(fold(word))).length > 1 && spokenWords(expression).length < 2;
}

/** The words that make a hollow expression: « (elle) (n’)ose pas », « sans (aucun) diplôme ». @param {string} text @returns {string[]} as typed */
export function boundWords(text) {
  return wordsOf(text).filter((word) => !LINKS.has(fold(word)) && !POINTERS.has(fold(word)));
}

/** What two ways of writing the same expression share: among others, a verb is the same whatever its form. @param {string[]} words grammar left out */
export function keyOf(words) {
  return words.map((word) => (words.length > 1 ? root : stem)(fold(word))).join(" ");
}
