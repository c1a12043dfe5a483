// Slips of the finger and of the ear: the word most likely meant.

// The least that another first letter costs.
const OTHER_BEGINNING = 1;

/** The longest distance, as `slip` counts it, at which a word is another misspelt: a short word is soon another one. @param {string} word */
function reach(word) {
  return word.length < 8 ? 0.8 : word.length < 10 ? 1.2 : 1.5;
}

/**
 * The word most likely meant by a slip of the finger or of the ear; none when nothing is near enough.
 * @param {string} word @param {string[]} words
 * @param {number} [allowed] the longest distance, as `slip` counts it
 */
export function nearest(word, words, allowed = reach(word)) {
  let best = "";
  let least = allowed + 0.01;
  for (const candidate of words) {
    const begins = sameSound(candidate[0], word[0]);
    if (Math.abs(candidate.length - word.length) > 2 || (allowed < OTHER_BEGINNING && !begins)) continue;
    const away = slip(word, candidate, allowed) + (begins ? 0 : 0.3);
    if (away < least) {
      best = candidate;
      least = away;
    }
  }
  return best;
}

const VOWELS = /[aeiouy]/;
const SOUND_ALIKE = ["sc", "sz", "ck", "kq", "cq", "gj", "fp", "mn", "yi", "ae", "ei"];
const COST = { doubled: 0.4, alike: 0.6, silent: 0.7, swapped: 0.7, unsaid: 0.8, vowel: 0.9, other: 1 };

/**
 * Damerau–Levenshtein distance (optimal string alignment) where likely slips cost less: a letter doubled or not, a
 * vowel for another, letters that sound alike, two letters swapped. Given up past `limit`.
 * @param {string} a @param {string} b @param {number} limit
 */
export function slip(a, b, limit) {
  let twoBack = /** @type {number[]} */ ([]);
  let back = [0];
  for (let j = 1; j <= b.length; j += 1) back[j] = back[j - 1] + oneMore(b, j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [back[0] + oneMore(a, i)];
    for (let j = 1; j <= b.length; j += 1) {
      row[j] = Math.min(back[j] + oneMore(a, i), row[j - 1] + oneMore(b, j), back[j - 1] + instead(a[i - 1], b[j - 1]));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], twoBack[j - 2] + COST.swapped);
    }
    // Two letters swapped look further from each other halfway.
    if (Math.min(...row) > limit && Math.min(...back) + COST.swapped > limit) return limit + 1;
    [twoBack, back] = [back, row];
  }
  return back[b.length];
}

/** What a letter too many, or too few, costs. @param {string} word @param {number} place 1-based */
function oneMore(word, place) {
  const [before, letter, after] = [word[place - 2], word[place - 1], word[place]];
  if (letter === before || letter === after) return COST.doubled;
  if ((letter === "h" && before !== "c") || (place === word.length && "estx".includes(letter))) return COST.silent;
  if (VOWELS.test(letter) && (VOWELS.test(before ?? "") || VOWELS.test(after ?? ""))) return COST.silent;
  return letter === "e" ? COST.unsaid : COST.other;
}

/** @param {string} a @param {string} b */
function sameSound(a, b) {
  return a === b || SOUND_ALIKE.includes(a + b) || SOUND_ALIKE.includes(b + a);
}

/** What a letter for another costs. @param {string} a @param {string} b */
function instead(a, b) {
  if (a === b) return 0;
  if (sameSound(a, b)) return COST.alike;
  return VOWELS.test(a) && VOWELS.test(b) ? COST.vowel : COST.other;
}
