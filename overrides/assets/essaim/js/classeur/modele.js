// The visitor's binder as pure values: sheets by short code, in named sections, each with a note.

/** @typedef {{ code: string, note: string }} Item */
/** @typedef {{ titre: string, duree: number, consigne: string, fiches: Item[] }} Section `duree` in minutes, 0 when not said. */
/** @typedef {{ titre: string, sections: Section[] }} Binder */

/** Longest texts, in characters, and most parts: what keeps a shared link bounded. Those of a workshop, where it has them. */
export const LIMITS = { titre: 80, consigne: 600, note: 300, duree: 240, sections: 10, fiches: 60 };
export const CODE = /^[2-9A-HJKMNP-Z]{5}$/;
export const FIRST_SECTION = "À lire";

/** @returns {Section} */
export const newSection = (titre = "") => ({ titre, duree: 0, consigne: "", fiches: [] });

/** @returns {Binder} */
export const empty = () => ({ titre: "", sections: [newSection(FIRST_SECTION)] });

/** @param {Binder} binder */
export const codes = (binder) => binder.sections.flatMap((section) => section.fiches.map((item) => item.code));

/** @param {Binder} binder */
export const count = (binder) => codes(binder).length;

/** @param {Binder} binder @param {string} code */
export const has = (binder, code) => codes(binder).includes(code);

/** Whether nothing of it would be missed. @param {Binder} binder */
export const isBlank = (binder) => count(binder) === 0 && binder.sections.length <= 1 && !binder.titre && !binder.sections.some((one) => one.consigne);

/** Adds a sheet at the end, once. @param {Binder} binder @param {string} code @returns {Binder} */
export function added(binder, code) {
  if (has(binder, code) || count(binder) >= LIMITS.fiches) return binder;
  const sections = binder.sections.length ? binder.sections : empty().sections;
  const last = sections.length - 1;
  return { ...binder, sections: sections.map((one, rank) => (rank === last ? { ...one, fiches: [...one.fiches, { code, note: "" }] } : one)) };
}

/** @param {Binder} binder @param {string} code @returns {Binder} */
export const removed = (binder, code) => ({
  ...binder,
  sections: binder.sections.map((one) => ({ ...one, fiches: one.fiches.filter((item) => item.code !== code) })),
});

/** @param {Binder} binder @param {string} code @param {string} note @returns {Binder} */
export const annotated = (binder, code, note) => ({
  ...binder,
  sections: binder.sections.map((one) => ({
    ...one,
    fiches: one.fiches.map((item) => (item.code === code ? { ...item, note: note.slice(0, LIMITS.note) } : item)),
  })),
});

/** @param {Binder} binder @param {number} rank @param {Partial<Section>} change @returns {Binder} */
export const sectionChanged = (binder, rank, change) => ({
  ...binder,
  sections: binder.sections.map((one, position) => (position === rank ? { ...one, ...change } : one)),
});

/** @param {Binder} binder @returns {Binder} */
export const sectionAdded = (binder) =>
  binder.sections.length >= LIMITS.sections ? binder : { ...binder, sections: [...binder.sections, newSection(`Partie ${binder.sections.length + 1}`)] };

/** Its sheets go to the section before, or to the next when it was the first. @param {Binder} binder @param {number} rank @returns {Binder} */
export function sectionRemoved(binder, rank) {
  if (binder.sections.length < 2) return binder;
  const { fiches } = binder.sections[rank];
  const sections = binder.sections.filter((_, position) => position !== rank);
  const heir = Math.max(0, rank - 1);
  return { ...binder, sections: sections.map((one, position) => (position === heir ? { ...one, fiches: rank ? [...one.fiches, ...fiches] : [...fiches, ...one.fiches] } : one)) };
}

/** @param {Binder} binder @param {string} code @returns {{ section: number, rank: number } | null} */
export function placeOf(binder, code) {
  for (const [section, one] of binder.sections.entries()) {
    const rank = one.fiches.findIndex((item) => item.code === code);
    if (rank >= 0) return { section, rank };
  }
  return null;
}

/** One step up or down, from section to section past an end. @param {Binder} binder @param {string} code @param {-1 | 1} by @returns {Binder} */
export function moved(binder, code, by) {
  const place = placeOf(binder, code);
  if (!place) return binder;
  const rank = place.rank + by;
  if (rank >= 0 && rank < binder.sections[place.section].fiches.length) return placed(binder, code, place.section, rank);
  const section = place.section + by;
  if (section < 0 || section >= binder.sections.length) return binder;
  return placed(binder, code, section, by < 0 ? binder.sections[section].fiches.length : 0);
}

/** @param {Binder} binder @param {string} code @param {number} section @param {number} rank @returns {Binder} */
export function placed(binder, code, section, rank) {
  const from = placeOf(binder, code);
  if (!from) return binder;
  const item = binder.sections[from.section].fiches[from.rank];
  const without = removed(binder, code);
  return sectionChanged(without, section, { fiches: without.sections[section].fiches.toSpliced(rank, 0, item) });
}

/** Another binder's sections after one's own, without the sheets already there. @param {Binder} binder @param {Binder} other @returns {Binder} */
export function merged(binder, other) {
  const known = new Set(codes(binder));
  const fresh = other.sections
    .map((one) => ({ ...one, fiches: one.fiches.filter((item) => !known.has(item.code)) }))
    .filter((one) => one.fiches.length || one.consigne);
  const own = isBlank(binder) ? [] : binder.sections;
  return fits({ titre: binder.titre || other.titre, sections: [...own, ...fresh] });
}

/** Cut to the limits: what is over them would not be shared. @param {Binder} binder @returns {Binder} */
function fits(binder) {
  let room = LIMITS.fiches;
  const sections = binder.sections.slice(0, LIMITS.sections).map((one) => {
    const fiches = one.fiches.slice(0, Math.max(0, room));
    room -= fiches.length;
    return { ...one, fiches };
  });
  return { ...binder, sections: sections.length ? sections : empty().sections };
}

/**
 * A binder out of anything, or null when it is none: what comes from a link, a file or the storage is checked alike.
 * @param {unknown} value @returns {Binder | null}
 */
export function binderFrom(value) {
  if (!isRecord(value) || !Array.isArray(value.sections) || value.sections.length > LIMITS.sections) return null;
  const titre = text(value.titre ?? "", LIMITS.titre);
  const sections = value.sections.map(sectionFrom);
  if (titre === null || sections.includes(null)) return null;
  const binder = { titre, sections: /** @type {Section[]} */ (sections) };
  const all = codes(binder);
  if (all.length > LIMITS.fiches || new Set(all).size !== all.length) return null;
  return sections.length ? binder : { ...binder, sections: empty().sections };
}

/** @param {unknown} value @returns {Section | null} */
function sectionFrom(value) {
  if (!isRecord(value) || !Array.isArray(value.fiches)) return null;
  const titre = text(value.titre ?? "", LIMITS.titre);
  const consigne = text(value.consigne ?? "", LIMITS.consigne);
  const duree = value.duree ?? 0;
  const fiches = value.fiches.map(itemFrom);
  if (titre === null || consigne === null || fiches.includes(null)) return null;
  if (typeof duree !== "number" || !Number.isInteger(duree) || duree < 0 || duree > LIMITS.duree) return null;
  return { titre, duree, consigne, fiches: /** @type {Item[]} */ (fiches) };
}

/** @param {unknown} value @returns {Item | null} */
function itemFrom(value) {
  if (!isRecord(value) || typeof value.code !== "string" || !CODE.test(value.code)) return null;
  const note = text(value.note ?? "", LIMITS.note);
  return note === null ? null : { code: value.code, note };
}

/** @param {unknown} value @param {number} most @returns {string | null} */
const text = (value, most) => (typeof value === "string" && value.length <= most ? value : null);

/** @param {unknown} value @returns {value is Record<string, unknown>} */
const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
