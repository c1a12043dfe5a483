// A binder ↔ a link that holds all of it, after the #: that part of an address is never sent to a server.
//
// #c=1.DATA, where 1 is the version of the format and DATA is base64url of: 4 bytes of CRC-32 (big-endian) of the text,
// then the text (JSON, UTF-8) compressed (deflate-raw). The text: [titre, [[titre, duree, consigne, [code or [code, note], …]], …]].

import { crc32 } from "./crc32.js";
import { binderFrom } from "./modele.js";

/** @import { Binder } from "./modele.js" */

const VERSION = "1";
const PREFIX = "#c=";
const LINK = /^#c=(\d+)\.([A-Za-z0-9_-]*)$/;
/** Characters of the whole part after the #. A full binder of French notes takes half; a longer one is not made into a link. */
export const LONGEST = 32_000;
/** Bytes of text: more is no binder, whatever a few compressed bytes may claim. */
const LONGEST_TEXT = 200_000;
/** Characters past which some mail and chat programs cut a link. */
export const CAREFUL = 2_000;

/** What is wrong with a link, in the reader's words. */
export class LinkError extends Error {}

/** The part of a link after the address, # included. @param {Binder} binder */
export async function hashOf(binder) {
  const sections = binder.sections.map((one) => [one.titre, one.duree, one.consigne, one.fiches.map((item) => (item.note ? [item.code, item.note] : item.code))]);
  const text = new TextEncoder().encode(JSON.stringify([binder.titre, sections]));
  const packed = await through(text, new CompressionStream("deflate-raw"), Infinity);
  const bytes = new Uint8Array(4 + packed.length);
  new DataView(bytes.buffer).setUint32(0, crc32(text));
  bytes.set(packed, 4);
  return `${PREFIX}${VERSION}.${toBase64(bytes)}`;
}

/** @param {string} hash @returns {Promise<Binder>} @throws {LinkError} */
export async function binderOf(hash) {
  const broken = new LinkError("Ce lien est coupé ou abîmé : le classeur qu’il contenait ne peut pas être lu. Demandez à la personne de vous l’envoyer à nouveau, entier.");
  const found = LINK.exec(hash);
  if (!found || hash.length > LONGEST) throw broken;
  if (found[1] !== VERSION) throw new LinkError("Ce lien vient d’une version d’Essaim que cette page ne connaît pas. Rechargez la page, puis ouvrez le lien à nouveau.");
  let text;
  try {
    const bytes = fromBase64(found[2]);
    text = await through(bytes.subarray(4), new DecompressionStream("deflate-raw"), LONGEST_TEXT);
    if (new DataView(bytes.buffer).getUint32(0) !== crc32(text)) throw broken;
  } catch {
    throw broken;
  }
  const binder = binderFrom(expanded(JSON.parse(new TextDecoder().decode(text))));
  if (!binder) throw broken;
  return binder;
}

/** The compact form written out; its types are checked by whoever reads it. @param {any} compact */
function expanded(compact) {
  if (!Array.isArray(compact) || !Array.isArray(compact[1])) return null;
  const [titre, sections] = compact;
  return {
    titre,
    sections: sections.map((one) => {
      if (!Array.isArray(one) || !Array.isArray(one[3])) return null;
      const fiches = one[3].map((item) => (Array.isArray(item) ? { code: item[0], note: item[1] } : { code: item, note: "" }));
      return { titre: one[0], duree: one[1], consigne: one[2], fiches };
    }),
  };
}

/** @param {Uint8Array} bytes @param {GenericTransformStream} transform @param {number} most Bytes out. */
async function through(bytes, transform, most) {
  const reader = new Blob([/** @type {BlobPart} */ (bytes)]).stream().pipeThrough(/** @type {TransformStream<Uint8Array, Uint8Array>} */ (/** @type {unknown} */ (transform))).getReader();
  const chunks = [];
  let size = 0;
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    size += step.value.length;
    if (size > most) throw new RangeError("trop long");
    chunks.push(step.value);
  }
  return new Uint8Array(await new Blob(/** @type {BlobPart[]} */ (chunks)).arrayBuffer());
}

/** @param {Uint8Array} bytes */
function toBase64(bytes) {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** @param {string} text @throws {DOMException} */
function fromBase64(text) {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}
