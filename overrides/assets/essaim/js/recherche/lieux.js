// The places a query names: a département by its number, a town whose name is also a plain word.

import { fold } from "./requete.js";

// « une réunion », « au bas des tours », « un maçon » name no place.
const PLAIN_WORDS = new Set("allier aube aura cher creuse etranger gap landes lot macon manche moulins nice nord orne port reunion sens somme tours valence vannes vienne vitre".split(" "));
const AT = /(?:^|[^\p{L}])(?:a|a la|a l['’]|au|vers|dans l(?:a|e|['’])) ?$/u;
const OF_TIME_OR_COUNT =
  "ans?|mois|jours?|semaines?|h|heures?|minutes?|euros?|€|%|km|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|personnes|jeunes|salaries|places";
const NUMBER = "(\\d{2}|2[ab]|97\\d)";
const DEPARTMENT = new RegExp(`(?:^|[^\\p{L}])(?:dans le|du|le|dept|dpt|dep|departement) ${NUMBER}(?![\\d\\p{L}])(?! ?(?:${OF_TIME_OR_COUNT})(?!\\p{L}))`, "gu");
const LAST = new RegExp(`(?:^|(?<!^|[^\\p{L}](?:de|des|a|et|ou|moins|plus|les)) )${NUMBER}$`, "u");

/** The numbers of the départements a query names: « dans le 93 », « SPIE 31 ». @param {string} query @returns {string[]} */
export function departmentsIn(query) {
  const text = fold(query).trim().replace(/\s+/g, " ");
  const found = [...text.matchAll(DEPARTMENT)].map((match) => match[1]);
  const last = LAST.exec(text);
  return [...new Set([...found, ...(last ? [last[1]] : [])])].map((number) => number.toUpperCase());
}

/**
 * Whether a name typed in a query is meant for the place: written as one writes it, and where a place is named when
 * it is a plain word as well.
 * @param {string} typed @param {string} query
 */
export function isPlace(typed, query) {
  if (!PLAIN_WORDS.has(fold(typed))) return true;
  const start = query.indexOf(typed);
  const capital = start > 0 && typed !== typed.toLowerCase() && query !== query.toUpperCase();
  return capital || AT.test(fold(query.slice(0, start)));
}
