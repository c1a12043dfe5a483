// Which sheets pass the chosen filters, and how many each further choice would leave.

/** @import { Found, Index, Selection, Sheet } from "./moteur.js" */

/**
 * Whether a sheet passes the chosen filters: any value inside a facet, every facet between them.
 * @param {Sheet} sheet @param {Selection} selection @param {Index} index @param {string} [except] a facet left out
 */
export function passes(sheet, selection, index, except) {
  return index.facettes.every((facet, position) => {
    const chosen = selection.get(facet.nom);
    if (!chosen?.size || facet.nom === except) return true;
    return sheet.valeurs[position].some((value) => chosen.has(facet.termes[value].code));
  });
}

/**
 * How many sheets each value would give, its own facet's other choices left out.
 * @param {Found[]} found @param {Selection} selection @param {Index} index
 * @returns {Map<string, number[]>} facet name → a count a term
 */
export function countFacets(found, selection, index) {
  const counts = new Map(index.facettes.map((facet) => [facet.nom, facet.termes.map(() => 0)]));
  index.facettes.forEach((facet, position) => {
    const own = /** @type {number[]} */ (counts.get(facet.nom));
    for (const { rank } of found) {
      const sheet = index.fiches[rank];
      if (passes(sheet, selection, index, facet.nom)) for (const value of sheet.valeurs[position]) own[value] += 1;
    }
  });
  return counts;
}

/** Every sheet, as if found: what a view without text starts from. @param {Index} index @returns {Found[]} */
export function everySheet(index) {
  return index.fiches.map((_, rank) => ({ rank, score: 0, passage: "", forms: [], reasons: [], terms: [] }));
}
