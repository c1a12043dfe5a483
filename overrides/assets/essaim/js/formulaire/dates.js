// Days that a new sheet bears.

/** The reader's own day. @param {Date} date */
const day = (date) => new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);

export const today = () => day(new Date());

/** The first of the month, two years from now: as late as a sheet may be read again. */
export function inTwoYears() {
  const now = new Date();
  return day(new Date(now.getFullYear() + 2, now.getMonth(), 1));
}
