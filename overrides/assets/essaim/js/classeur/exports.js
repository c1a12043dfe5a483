// A binder → what other tools read; and back from its own file.

import { addressOf } from "./catalogue.js";
import { LIMITS, binderFrom } from "./modele.js";

/** @import { Binder, Item, Section } from "./modele.js" */
/** @import { Lookup } from "./catalogue.js" */

const FORMAT = "essaim-classeur";
const SHEETS_A_SEQUENCE = 8;
const USUAL_LENGTH = 20;

/** @param {Binder} binder */
export const titleOf = (binder) => binder.titre.trim() || "Mon classeur";

/** @param {Binder} binder @param {Lookup} sheetOf */
export function toJson(binder, sheetOf) {
  const sections = binder.sections.map((one) => ({
    ...one,
    fiches: one.fiches.map((item) => ({ ...item, titre: sheetOf(item.code)?.titre ?? "", adresse: addressOf(item.code) })),
  }));
  return `${JSON.stringify({ format: FORMAT, version: 1, titre: binder.titre, sections }, null, 2)}\n`;
}

/** The binder of a file that left this page, JSON or workshop, or null. @param {string} text @returns {Promise<Binder | null>} */
export const fromFile = async (text) => fromJson(text) ?? (await fromWorkshop(text));

/** @param {string} text @returns {Binder | null} */
function fromJson(text) {
  try {
    const value = JSON.parse(text);
    return value?.format === FORMAT && value.version === 1 ? binderFrom(value) : null;
  } catch {
    return null;
  }
}

/** A workshop's sequences as sections, each sheet once: its aims, material and printed supports stay in its own file. @param {string} text */
async function fromWorkshop(text) {
  const [{ loadModel }, { fromYaml }] = await Promise.all([import("../modele/modele.js"), import("../modele/lecture.js")]);
  const model = await loadModel();
  const workshop = /** @type {any} */ ((await fromYaml(model, text)).entry);
  if (!Array.isArray(workshop?.sequences)) return null;
  const codeOf = new Map(model.fiches.flatMap((one) => [one.id, ...one.anciens].map((id) => [id, one.code])));
  const met = new Set();
  const kept = (/** @type {string} */ id) => codeOf.has(id) && !met.has(codeOf.get(id)) && met.add(codeOf.get(id));
  return binderFrom({
    titre: workshop.titre,
    sections: workshop.sequences.map((/** @type {any} */ one) => ({
      titre: one?.titre,
      duree: Number(one?.duree ?? 0),
      consigne: one?.consigne,
      fiches: [one?.fiches ?? []].flat().filter(kept).map((id) => ({ code: codeOf.get(id), note: "" })),
    })),
  });
}

/** @param {Binder} binder @param {Lookup} sheetOf */
export function toMarkdown(binder, sheetOf) {
  const lines = [`# ${escaped(titleOf(binder))}`, ""];
  for (const section of binder.sections) {
    if (section.titre) lines.push(`## ${escaped(section.titre)}`, "");
    if (section.duree) lines.push(`Durée : ${section.duree} min`, "");
    if (section.consigne) lines.push(...paragraphs(section.consigne), "");
    for (const item of section.fiches) {
      const sheet = sheetOf(item.code);
      lines.push(`- [${escaped(sheet?.titre ?? `Fiche ${item.code}`)}](${addressOf(item.code)})${sheet ? ` : ${escaped(sheet.accroche)}` : ""}`);
      if (item.note) lines.push(...paragraphs(item.note).map((line) => (line ? `  ${line}` : "")));
    }
    lines.push("");
  }
  return `${lines.join("\n").trimEnd()}\n`;
}

/** Signs that Markdown or HTML would read as marks. @param {string} text */
const escaped = (text) => text.replaceAll(/[\\`*_[\]<>#|~]/g, "\\$&");

/** @param {string} text */
const paragraphs = (text) => text.split("\n").map((line) => escaped(line).replace(/^(\s*)([-+]|\d+[.)])(?=\s)/, "$1\\$2"));

/** For a French spreadsheet: semicolons, and a byte order mark so that accents are read. @param {Binder} binder @param {Lookup} sheetOf */
export function toCsv(binder, sheetOf) {
  const rows = [["section", "rang", "code", "titre", "accroche", "theme", "note", "adresse"]];
  for (const section of binder.sections) {
    for (const [rank, item] of section.fiches.entries()) {
      const sheet = sheetOf(item.code);
      rows.push([section.titre, String(rank + 1), item.code, sheet?.titre ?? "", sheet?.accroche ?? "", sheet?.libelle ?? "", item.note, addressOf(item.code)]);
    }
  }
  return `\uFEFF${rows.map((row) => row.map(cell).join(";")).join("\r\n")}\r\n`;
}

// What starts a formula; full-width signs do where Japanese or Chinese is typed. One set to commas, tabs or lines makes
// cells of its own inside ours, so that what follows such a sign is a beginning too.
const FORMULA = /(^|[,;\t\r\n|])([ "\u00a0]*)(?=[=+\-@＝＋－＠])/g;

/** A spreadsheet must show a cell, never run it (OWASP, CSV injection): what could start a formula gets an apostrophe. @param {string} text */
function cell(text) {
  const shown = text.replaceAll(FORMULA, "$1$2'").replace(/^(?=[\t\r\n])/, "'");
  return `"${shown.replaceAll('"', '""')}"`;
}

/** What a workshop needs and a binder does not say. */
const TO_COMPLETE = {
  accroche: "À compléter : en une phrase, pour qui est cet atelier, et ce que l’on saura faire à la fin.",
  objectifs: ["À compléter : ce que chacun saura faire à la fin de l’atelier"],
  participants: "6 à 20",
  consigne: "À compléter : ce que l’on fait, seul ou en groupe, et pendant combien de minutes.",
  conclusion: { titre: "Choisir un premier pas", duree: String(USUAL_LENGTH), consigne: "À compléter : comment chacun choisit ce qu’il fera après l’atelier." },
};

/** A workshop to complete and propose, as the writer of YAML takes it: its sections become sequences. @param {Binder} binder @param {Lookup} sheetOf */
export function toWorkshop(binder, sheetOf) {
  const sequences = binder.sections.flatMap((section) => sequencesOf(section, sheetOf));
  if (sequences.length < 2) sequences.push(TO_COMPLETE.conclusion);
  return {
    titre: titleOf(binder),
    accroche: TO_COMPLETE.accroche,
    objectifs: TO_COMPLETE.objectifs,
    participants: TO_COMPLETE.participants,
    sequences: sequences.slice(0, LIMITS.sections),
    licence: "etalab-2.0",
  };
}

/** A sequence takes eight sheets: a longer section makes several. @param {Section} section @param {Lookup} sheetOf */
function sequencesOf(section, sheetOf) {
  const known = section.fiches.filter((item) => sheetOf(item.code));
  if (!known.length && !section.consigne) return [];
  /** @type {object[]} */
  const made = [];
  for (let from = 0; from === 0 || from < known.length; from += SHEETS_A_SEQUENCE) {
    const part = known.slice(from, from + SHEETS_A_SEQUENCE);
    /** @type {string} */
    const name = section.titre || `Partie ${made.length + 1}`;
    made.push({
      titre: from ? `${name.slice(0, LIMITS.titre - " (suite)".length)} (suite)` : name,
      duree: String(section.duree || USUAL_LENGTH),
      consigne: section.consigne || TO_COMPLETE.consigne,
      ...(part.length ? { fiches: part.map((item) => sheetOf(item.code)?.id ?? "") } : {}),
    });
  }
  return made;
}
