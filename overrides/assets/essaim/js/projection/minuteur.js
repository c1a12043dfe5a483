// A timer per sequence, as pure values: the clock is given, never read.

/**
 * @typedef {object} Timer
 * @property {number} total Seconds the sequence lasts.
 * @property {number} spent Seconds spent before the last start.
 * @property {number | null} since When it was last started, in milliseconds since 1970; null while it stands still.
 */

export const MINUTE = 60;
/** Seconds left at which the time is said aloud: rarely, so that nobody is talked over. */
export const SAID_AT = [10 * MINUTE, 5 * MINUTE, MINUTE, 0];

/** @param {number} total @returns {Timer} */
export const stopped = (total) => ({ total, spent: 0, since: null });

/** @param {Timer} timer @param {number} now */
export const spent = (timer, now) => timer.spent + (timer.since === null ? 0 : Math.max(0, Math.floor((now - timer.since) / 1000)));

/** Seconds left; negative once the time is over. @param {Timer} timer @param {number} now */
export const left = (timer, now) => timer.total - spent(timer, now);

/** @param {Timer} timer @param {number} now @returns {Timer} */
export const toggled = (timer, now) =>
  timer.since === null ? { ...timer, since: now } : { ...timer, spent: spent(timer, now), since: null };

/** @param {Timer} timer @param {number} now @returns {Timer} */
export const paused = (timer, now) => (timer.since === null ? timer : toggled(timer, now));

/** What is shown: « 14:05 », « + 00:12 » once over. @param {number} seconds */
export function clock(seconds) {
  const size = Math.abs(seconds);
  const digits = `${String(Math.floor(size / MINUTE)).padStart(2, "0")}:${String(size % MINUTE).padStart(2, "0")}`;
  return seconds < 0 ? `+\u00a0${digits}` : digits;
}

/** What is said: « 5 minutes », « 1 minute 30 ». @param {number} seconds */
export function spoken(seconds) {
  const minutes = Math.floor(seconds / MINUTE);
  const rest = seconds % MINUTE;
  if (!minutes) return `${rest}\u00a0seconde${rest > 1 ? "s" : ""}`;
  return `${minutes}\u00a0minute${minutes > 1 ? "s" : ""}${rest ? ` ${rest}` : ""}`;
}

/**
 * What to say between two readings of the clock, or null.
 * @param {number} before Seconds left at the last reading. @param {number} after Seconds left now. @param {number} total
 */
export function announcement(before, after, total) {
  const reached = SAID_AT.find((mark) => mark < total && before > mark && after <= mark);
  if (reached === undefined) return null;
  return reached ? `Il reste ${spoken(reached)}.` : "Le temps est écoulé.";
}
