// The shape of an entry: which keys, which sorts of value, which lengths. What is sound comes out typed.

import { fieldAt, fieldsOf } from "./modele.js";
import { fault, piece } from "./phrases.js";
import { remedyFor } from "./proche_mot.js";
import { countedLength, cut, isWhole, length, quoted } from "./textes.js";

/**
 * @typedef {import("./modele.js").Field} Field
 * @typedef {import("./modele.js").Kind} Kind
 * @typedef {import("./modele.js").Model} Model
 * @typedef {import("./modele.js").Path} Path
 * @typedef {import("./modele.js").Problem} Problem
 * @typedef {{ model: Model, kind: Kind, entry: Record<string, any>, problems: Problem[], unknown: Path[] }} Walk
 */

/** How a message names a place: its last keys, and ranks in lists. @param {Model} model @param {Path} path */
export function nameOf(model, path) {
  /** @type {string[]} */
  const words = [];
  for (const step of path) {
    if (typeof step === "number" && words.length) words[words.length - 1] += ` ${step + 1}`;
    else words.push(cut(model, String(step)));
  }
  return words.join(", ");
}

/**
 * The problems of shape of an entry, and what can be made of it, typed: « oui » is true, « 45 » is 45.
 * @param {Model} model @param {Kind} kind @param {unknown} entry @param {Path[]} cuts texts that YAML ended at a « # »
 * @returns {{ typed: Record<string, any>, sound: boolean, problems: Problem[] }} `sound`: all of it is typed
 */
export function shape(model, kind, entry, cuts) {
  if (!isBlock(entry)) return { typed: {}, sound: false, problems: [fault(model, [], "type-inattendu/fichier")] };
  /** @type {Walk} */
  const walk = { model, kind, entry, problems: [], unknown: [] };
  const given = model.sortes[kind].donnes;
  const reserved = Object.keys(given).filter((name) => Object.hasOwn(entry, name));
  const typed = block(walk, fieldsOf(model, kind), entry, []).value;
  walk.unknown = walk.unknown.filter((path) => path.length > 1 || !reserved.includes(String(path[0])));
  const { empty, refused } = withoutValue(model, entry);
  const nowhere = [...walk.unknown, ...reserved.map((name) => [name])];
  const silenced = new Set([...empty, ...refused, ...nowhere].map(keyOf));
  const hidden = new Set(nowhere.map(keyOf));
  const problems = [
    ...empty.filter((path) => !isBelow(path, hidden)).map((path) => fault(model, path, "valeur-vide", { nom: nameOf(model, path) }, true)),
    ...reserved.map((name) => fault(model, [name], "cle-inconnue/reservee", { nom: name, donneur: given[name] }, true)),
    ...unknownKeys(walk),
    ...walk.problems.filter((problem) => !isBelow(problem.chemin, silenced)),
    ...cuts.filter((path) => fieldAt(model, kind, path)?.sorte === "texte").map((path) => fault(model, path, "texte-coupe", { nom: nameOf(model, path) })),
  ];
  return { typed, sound: !problems.length && !refused.length, problems };
}

/** @param {unknown} value @returns {value is Record<string, any>} */
const isBlock = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** @param {Path} path */
const keyOf = (path) => JSON.stringify(path);

/** @param {Path} path @param {Set<string>} places */
const isBelow = (path, places) => path.some((_, rank) => places.has(keyOf(path.slice(0, rank + 1))));

/**
 * @param {Walk} walk @param {Field[]} fields @param {Record<string, any>} data @param {Path} path
 * @returns {{ ok: boolean, value: Record<string, any> }}
 */
function block(walk, fields, data, path) {
  const before = walk.problems.length + walk.unknown.length;
  /** @type {Record<string, any>} */
  const value = {};
  for (const field of fields) {
    if (Object.hasOwn(data, field.nom)) {
      const found = field.liste ? list(walk, field, data[field.nom], [...path, field.nom]) : item(walk, field, data[field.nom], [...path, field.nom]);
      if (found.value !== undefined) value[field.nom] = found.value;
    } else if (field.requis) {
      const inside = path.length ? piece(walk.model, "de", { ou: nameOf(walk.model, path) }) : "";
      walk.problems.push(fault(walk.model, [...path, field.nom], "champ-requis", { cle: field.nom, de: inside }, true));
    }
  }
  const known = new Set(fields.map((field) => field.nom));
  for (const key of Object.keys(data)) if (!known.has(key)) walk.unknown.push([...path, key]);
  return { ok: walk.problems.length + walk.unknown.length === before, value };
}

/**
 * @param {Walk} walk @param {Field} field @param {unknown} data @param {Path} path
 * @returns {{ ok: boolean, value?: any }}
 */
function list(walk, field, data, path) {
  const { model } = walk;
  const nom = nameOf(model, path);
  if (!Array.isArray(data)) return refuse(walk, path, "type-inattendu/liste", { nom });
  const [fewest, most] = field.liste ?? [0, null];
  const [problems, unknown] = [walk.problems.length, walk.unknown.length];
  const found = data.map((one, rank) => item(walk, field, one, [...path, rank]));
  const sound = found.filter((one) => one.ok).length;
  const value = found.map((one) => one.value);
  if (most !== null && sound > most) {
    walk.problems.length = problems;
    walk.unknown.length = unknown;
    return refuse(walk, path, "liste-trop-longue", { nom, nombre: data.length, limite: most }, value);
  }
  if (data.length < fewest) return refuse(walk, path, "liste-trop-courte", { nom, nombre: sound, s: sound > 1 ? "s" : "", limite: fewest }, value);
  return { ok: sound === data.length, value };
}

/**
 * @param {Walk} walk @param {Field} field @param {unknown} data @param {Path} path
 * @returns {{ ok: boolean, value?: any }}
 */
function item(walk, field, data, path) {
  const { model } = walk;
  const nom = nameOf(model, path);
  if (field.sorte === "bloc") {
    const fields = model.parties[field.partie ?? ""];
    if (!isBlock(data)) return refuse(walk, path, "type-inattendu/bloc", { nom, cles: fields.map((one) => one.nom).join(", ") });
    return block(walk, fields, data, path);
  }
  const isText = typeof data === "string";
  switch (field.sorte) {
    case "date":
      return isText && isWhole(model.motifs.date, data) && isDay(data) ? sound(data) : refuse(walk, path, "date-invalide", { nom });
    case "oui-non": {
      const word = isText ? data.toLowerCase() : "";
      return Object.hasOwn(model.oui_non, word) ? sound(model.oui_non[word]) : refuse(walk, path, "oui-ou-non", { nom });
    }
    case "entier":
      return isText ? whole(walk, field, data, path) : refuse(walk, path, "nombre-invalide", { nom });
    default:
  }
  if (!isText) return refuse(walk, path, `type-inattendu/${Array.isArray(data) ? "texte-liste" : "texte-bloc"}`, { nom });
  switch (field.sorte) {
    case "texte": {
      const limite = field.limite ?? Infinity;
      const longueur = countedLength(model, data);
      return longueur > limite ? tooLong(walk, path, data, longueur, limite) : sound(data);
    }
    case "adresse": {
      const longueur = length(data);
      if (longueur > model.seuils.adresse) return tooLong(walk, path, data, longueur, model.seuils.adresse);
      return isWhole(model.motifs.adresse, data) ? sound(data) : refuse(walk, path, "adresse-invalide", { nom });
    }
    case "date-partielle":
      return isWhole(model.motifs.date_partielle, data) && isDay(`${data}-01-01`.slice(0, 10))
        ? sound(data)
        : refuse(walk, path, "date-invalide/partielle", { nom });
    case "source":
      return isWhole(model.motifs.source, data) ? sound(data) : refuse(walk, path, "identifiant-invalide", { nom });
    default:
      return sound(data);
  }
}

/** @param {any} value */
const sound = (value) => ({ ok: true, value });

/**
 * `value` is what a rule of meaning can look at all the same, in a draft: a text too long, a list with a wrong element.
 * @param {Walk} walk @param {Path} path @param {string} phrase @param {Record<string, unknown>} values @param {any} [value]
 * @returns {{ ok: boolean, value?: any }}
 */
function refuse(walk, path, phrase, values, value) {
  walk.problems.push(fault(walk.model, path, phrase, values));
  return { ok: false, value };
}

/** @param {Walk} walk @param {Path} path @param {string} text @param {number} longueur @param {number} limite */
const tooLong = (walk, path, text, longueur, limite) =>
  refuse(walk, path, "texte-trop-long", { nom: nameOf(walk.model, path), longueur, limite, trop: longueur - limite }, text);

/** @param {Walk} walk @param {Field} field @param {string} text @param {Path} path */
function whole(walk, field, text, path) {
  const { model } = walk;
  const nom = nameOf(model, path);
  if (!isWhole(model.motifs.chiffres, text)) return refuse(walk, path, "nombre-invalide", { nom });
  if (text.replace("-", "").length > model.seuils.chiffres) return refuse(walk, path, "nombre-invalide/enorme", { nom });
  const number = Number(text);
  if (field.min !== undefined && number < field.min) return refuse(walk, path, "nombre-invalide/petit", { nom, limite: field.min });
  if (field.max !== undefined && number > field.max) return refuse(walk, path, "nombre-invalide/grand", { nom, limite: field.max });
  return sound(number);
}

/** Whether a day written AAAA-MM-JJ exists. @param {string} text */
export function isDay(text) {
  const day = new Date(`${text}T00:00:00Z`);
  return !text.startsWith("0000") && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** Where nothing is written, and where reading has already refused what is (null). @param {Model} model @param {unknown} entry */
function withoutValue(model, entry) {
  /** @type {{ empty: Path[], refused: Path[] }} */
  const found = { empty: [], refused: [] };
  /** @param {unknown} value @param {Path} path */
  const look = (value, path) => {
    if (Array.isArray(value)) value.forEach((one, rank) => look(one, [...path, rank]));
    else if (isBlock(value)) Object.entries(value).forEach(([key, one]) => look(one, [...path, key]));
    else if (value === null) found.refused.push(path);
    else if (model.listes.sans_valeur.includes(value)) found.empty.push(path);
  };
  look(entry, []);
  return found;
}

/** @param {Walk} walk @returns {Problem[]} */
function unknownKeys(walk) {
  const { model, unknown } = walk;
  const shown = unknown.slice(0, model.seuils.cles_inconnues).map((path) => unknownKey(walk, path));
  const others = unknown.slice(model.seuils.cles_inconnues);
  const s = others.length > 1 ? "s" : "";
  return others.length ? [...shown, fault(model, others[0], "cle-inconnue/suite", { nombre: others.length, s }, true)] : shown;
}

/** @param {Walk} walk @param {Path} path */
function unknownKey(walk, path) {
  const { model } = walk;
  const key = String(path.at(-1));
  const above = path.slice(0, -1);
  const fields = partAt(walk, above);
  const block = blockAbove(walk, fields, path);
  const remede = block ? piece(model, "bloc", { bloc: block }) : remedyFor(model, key, fields.map((field) => field.nom), "CONTRIBUTING.md");
  const ou = above.length ? piece(model, "dans", { ou: nameOf(model, above) }) : "";
  return fault(model, path, "cle-inconnue", { cle: quoted(model, key), ou, remede }, true);
}

/** @param {Walk} walk @param {Path} path @returns {Field[]} */
function partAt({ model, kind }, path) {
  let fields = fieldsOf(model, kind);
  for (const step of path) {
    if (typeof step === "string") fields = model.parties[fields.find((field) => field.nom === step)?.partie ?? ""] ?? [];
  }
  return fields;
}

/** The empty block just above an unknown key, when the key is one of the block's. @param {Walk} walk @param {Field[]} fields @param {Path} path */
function blockAbove({ model, entry }, fields, path) {
  const data = path.slice(0, -1).reduce((/** @type {any} */ found, step) => found[step], entry);
  const keys = Object.keys(data);
  const above = keys.slice(0, keys.indexOf(String(path.at(-1)))).reverse();
  const nearest = fields.find((field) => field.nom === above.find((key) => fields.some((one) => one.nom === key)));
  if (!nearest || data[nearest.nom] !== "" || nearest.liste || !nearest.partie) return undefined;
  return model.parties[nearest.partie].some((field) => field.nom === path.at(-1)) ? nearest.nom : undefined;
}
