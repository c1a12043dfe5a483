// Slips of the finger and of the ear: the word most likely meant.

/**
 * The word most likely meant by a slip of the finger or of the ear; none when nothing is near enough.
 * @param {string} word @param {string[]} words
 * @param {number} [allowed] the longest distance, as `slip` counts it
 */
export function nearest(word, words, allowed = word.length >= 7 ? 1.5 : 1) {
  let best = "";
  let least = allowed + 0.01;
  for (const candidate of words) {
    if (Math.abs(candidate.length - word.length) > 2 || (word.length < 6 && candidate[0] !== word[0])) continue;
    const away = slip(word, candidate, allowed) + (candidate[0] === word[0] ? 0 : 0.3);
    if (away < least) {
      best = candidate;
      least = away;
    }
  }
  return best;
}

const VOWELS = /[aeiouy]/;
const SOUND_ALIKE = ["sc", "sz", "ck", "kq", "gj", "fp", "mn", "td", "bp", "yi"];
const COST = { doubled: 0.4, silent: 0.7, vowel: 0.7, alike: 0.6, swapped: 0.7, other: 1 };

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
    if (Math.min(...row) > limit) return limit + 1;
    [twoBack, back] = [back, row];
  }
  return back[b.length];
}

/** What a letter too many, or too few, costs. @param {string} word @param {number} place 1-based */
function oneMore(word, place) {
  const letter = word[place - 1];
  if (letter === word[place - 2] || letter === word[place]) return COST.doubled;
  return letter === "h" || (place === word.length && "estx".includes(letter)) ? COST.silent : COST.other;
}

/** What a letter for another costs. @param {string} a @param {string} b */
function instead(a, b) {
  if (a === b) return 0;
  if (SOUND_ALIKE.includes(a + b) || SOUND_ALIKE.includes(b + a)) return COST.alike;
  return VOWELS.test(a) && VOWELS.test(b) ? COST.vowel : COST.other;
}
