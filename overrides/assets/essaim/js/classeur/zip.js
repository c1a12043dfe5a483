// Files → a zip archive, stored as they are: a cartridge is a few kilobytes of XML. (APPNOTE.TXT 6.3, sections 4.3.7 to 4.3.16.)

import { crc32 } from "./crc32.js";

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
const UTF8_NAMES = 0x0800;
/** 1 January 1980, midnight: the same files make the same archive on any day. */
const EPOCH = 0x00210000;

/** @param {Map<string, string>} files Path → text. @returns {Blob} */
export function zip(files) {
  const encoder = new TextEncoder();
  /** @type {Uint8Array[]} */
  const body = [];
  /** @type {Uint8Array[]} */
  const directory = [];
  let offset = 0;
  for (const [path, text] of files) {
    const name = encoder.encode(path);
    const contents = encoder.encode(text);
    const facts = fields([2, VERSION], [2, UTF8_NAMES], [2, 0], [4, EPOCH], [4, crc32(contents)], [4, contents.length], [4, contents.length], [2, name.length], [2, 0]);
    const local = join(fields([4, LOCAL]), facts, name, contents);
    directory.push(join(fields([4, CENTRAL], [2, VERSION]), facts, fields([2, 0], [2, 0], [2, 0], [4, 0], [4, offset]), name));
    body.push(local);
    offset += local.length;
  }
  const central = join(...directory);
  const end = fields([4, END], [2, 0], [2, 0], [2, files.size], [2, files.size], [4, central.length], [4, offset], [2, 0]);
  return new Blob(/** @type {BlobPart[]} */ ([...body, central, end]), { type: "application/zip" });
}

/** Little-endian numbers one after the other. @param {[bytes: number, value: number][]} all */
function fields(...all) {
  const bytes = new Uint8Array(all.reduce((sum, [size]) => sum + size, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [size, value] of all) {
    if (size === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += size;
  }
  return bytes;
}

/** @param {Uint8Array[]} parts */
function join(...parts) {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
