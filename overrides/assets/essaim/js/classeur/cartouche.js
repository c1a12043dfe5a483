// A binder → a Common Cartridge 1.1, as scripts/catalogue/cartridge.py makes one of a workshop: a link to each sheet,
// sections' instructions and notes as discussions. Its shape is that of the templates in overrides/gabarits/cartouche/.

import { addressOf } from "./catalogue.js";
import { titleOf } from "./exports.js";
import { zip } from "./zip.js";

/** @import { Binder } from "./modele.js" */
/** @import { Lookup } from "./catalogue.js" */

const NAMESPACE = "http://www.imsglobal.org/xsd/imsccv1p1";
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';

/** @param {Binder} binder @param {Lookup} sheetOf @returns {Blob} */
export function cartridge(binder, sheetOf) {
  /** @type {Map<string, string>} */
  const files = new Map();
  const resources = /** @type {string[]} */ ([]);
  const items = binder.sections.map((section, rank) => {
    const inside = [];
    const notes = section.fiches.filter((item) => item.note);
    if (section.consigne || notes.length) {
      const lines = [section.consigne, ...notes.map((item) => `${sheetOf(item.code)?.titre ?? item.code} : ${item.note}`)].filter(Boolean);
      const id = `sujet-${rank + 1}`;
      files.set(`sujets/${rank + 1}.xml`, `${HEAD}\n<topic xmlns="${NAMESPACE}/imsdt_v1p1"><title>${xml(section.titre)}</title><text texttype="text/html">${xml(lines.map((line) => `<p>${xml(line)}</p>`).join(""))}</text></topic>\n`);
      resources.push(`<resource identifier="${id}" type="imsdt_xmlv1p1"><file href="sujets/${rank + 1}.xml"/></resource>`);
      inside.push(`<item identifier="element-${id}" identifierref="${id}"><title>${xml(section.titre)}</title></item>`);
    }
    for (const item of section.fiches) {
      const sheet = sheetOf(item.code);
      if (!sheet) continue;
      const id = `fiche-${item.code}`;
      files.set(`liens/${id}.xml`, `${HEAD}\n<webLink xmlns="${NAMESPACE}/imswl_v1p1"><title>${xml(sheet.titre)}</title><url href="${xml(addressOf(item.code))}" target="_blank"/></webLink>\n`);
      resources.push(`<resource identifier="${id}" type="imswl_xmlv1p1"><file href="liens/${id}.xml"/></resource>`);
      inside.push(`<item identifier="element-${id}" identifierref="${id}"><title>${xml(sheet.titre)}</title></item>`);
    }
    return `<item identifier="partie-${rank + 1}"><title>${xml(section.titre || `Partie ${rank + 1}`)}</title>${inside.join("")}</item>`;
  });
  const manifest = `${HEAD}
<manifest xmlns="${NAMESPACE}/imscp_v1p1" xmlns:lomimscc="http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest" identifier="essaim-classeur">
<metadata><schema>IMS Common Cartridge</schema><schemaversion>1.1.0</schemaversion><lomimscc:lom><lomimscc:general><lomimscc:title><lomimscc:string language="fr">${xml(titleOf(binder))}</lomimscc:string></lomimscc:title></lomimscc:general></lomimscc:lom></metadata>
<organizations><organization identifier="plan" structure="rooted-hierarchy"><item identifier="racine">${items.join("\n")}</item></organization></organizations>
<resources>${resources.join("\n")}</resources>
</manifest>
`;
  return zip(new Map([["imsmanifest.xml", manifest], ...files]));
}

// What XML 1.0 does not allow, control characters, is left out.
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const ENTITIES = /** @type {Record<string, string>} */ ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" });

/** @param {string} text */
const xml = (text) => text.replaceAll(FORBIDDEN, "").replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign]);
