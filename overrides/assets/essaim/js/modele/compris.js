// What people write → what the model keeps, where the meaning is certain. The tables are the model's own.

import { isDay } from "./forme.js";
import { compile, isWhole, strip, words } from "./textes.js";

/** @typedef {import("./modele.js").Model} Model */

/** A text typed or pasted, without what nobody meant: one sort of line end, no tab, nothing that commands or hides. @param {Model} model @param {string} text */
export function cleaned({ motifs }, text) {
  const plain = text.normalize("NFC").replace(compile(motifs.fin_de_ligne), "\n").replaceAll("\t", " ");
  return plain.replace(compile(motifs.commande), "").replace(compile(motifs.invisible), "");
}

/**
 * An answer of a field of this kind, as the model keeps it; as it is when its meaning is not certain.
 * @param {Model} model @param {string} kind @param {string} text @param {string} [today] AAAA-MM-JJ; left out, « hier » is not understood
 */
export function understood(model, kind, text, today) {
  if (kind === "adresse") return address(model, text);
  if (kind !== "date" && kind !== "date-partielle") return text;
  const found = dateIn(model, text, today);
  return kind === "date-partielle" || isWhole(model.motifs.date, found) ? found : text;
}

/** The elements of a list written a line each, its bullets left out. @param {Model} model @param {string} text @returns {string[]} */
export const listed = (model, text) => text.split("\n").map((line) => words(line.replace(compile(model.motifs.puce, "debut"), "")).join(" ")).filter(Boolean);

/** A text whose bullets, copied from a word processor, make a list in Markdown. @param {Model} model @param {string} text */
export const itemised = (model, text) => text.split("\n").map((line) => line.replace(compile(model.motifs.puce, "debut"), (bullet) => (/[0-9*+-]/.test(bullet) ? bullet : "- "))).join("\n");

/** @param {Model} model @param {string} text */
function address({ motifs }, text) {
  const bare = strip(text).replace(/^</, "").replace(/>$/, "");
  const full = isWhole(motifs.adresse_nue, bare) ? `https://${bare}` : bare;
  return isWhole(motifs.adresse, full) ? full : text;
}

/** @param {Model} model @param {string} text @param {string} [today] */
function dateIn({ dates, motifs }, text, today) {
  const plain = text.replace(compile(motifs.apostrophes), "'").replace(compile(motifs.tirets), "-").toLowerCase();
  const said = words(plain.normalize("NFD").replace(/\p{Mn}/gu, "")).join(" ").replace(/\.$/, "");
  if (today && Object.hasOwn(dates.jours, said)) return daysBefore(today, dates.jours[said]);
  for (const [source, flags, parts] of dates.formes) {
    const match = compile([source, flags], "entier").exec(said);
    const found = match && joined(dates, Object.fromEntries(parts.map((part, rank) => [part, match[rank + 1]])));
    if (found) return found;
  }
  return text;
}

/** AAAA, AAAA-MM or AAAA-MM-JJ; nothing for a date that does not exist. @param {Model["dates"]} dates @param {Record<string, string | undefined>} said */
function joined(dates, said) {
  const year = said.annee ?? `${(said.an ?? "") >= dates.siecle ? "19" : "20"}${said.an}`;
  const month = said.mot === undefined ? said.mois : Object.hasOwn(dates.mois, said.mot) ? dates.mois[said.mot] : dates.sans_mois;
  const found = [year, month, said.jour].flatMap((part) => (part === undefined ? [] : [part.padStart(2, "0")])).join("-");
  return isDay(`${found}-01-01`.slice(0, 10)) ? found : "";
}

/** @param {string} today @param {number} count */
function daysBefore(today, count) {
  const day = new Date(`${today}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - count);
  return day.toISOString().slice(0, 10);
}
