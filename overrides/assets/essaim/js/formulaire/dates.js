// A date as people write it → as the model keeps it: 31/03/2026, 03/2026, 31 mars 2026 or mars 2026.

const MONTHS = ["janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre"];

/** @param {string} text @returns {string} the same date as AAAA-MM-JJ, AAAA-MM or AAAA; the text itself when it is none */
export function isoDate(text) {
  const plain = text.trim().toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  const figures = /^(?:(\d{1,2})[/.-])?(\d{1,2})[/.-](\d{4})$/.exec(plain);
  if (figures) return joined(figures[3], figures[2], figures[1]);
  const words = /^(?:le )?(?:(\d{1,2})(?:er)? )?([a-z]+) (\d{4})$/.exec(plain);
  const month = words ? MONTHS.indexOf(words[2]) + 1 : 0;
  return words && month ? joined(words[3], String(month), words[1]) : text;
}

/** @param {string} year @param {string} month @param {string | undefined} day */
const joined = (year, month, day) => [year, month, day].filter((part) => part !== undefined).map((part) => /** @type {string} */ (part).padStart(2, "0")).join("-");

/** A web address copied without its beginning. @param {string} text */
export const webAddress = (text) => (/^[\w-]+(\.[\w-]+)*\.[a-z]{2,}(\/\S*)?$/i.test(text.trim()) ? `https://${text.trim()}` : text);

/** The reader's own day. @param {Date} date */
const day = (date) => new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);

export const today = () => day(new Date());

/** The first of the month, two years from now: as late as a sheet may be read again. */
export function inTwoYears() {
  const now = new Date();
  return day(new Date(now.getFullYear() + 2, now.getMonth(), 1));
}
