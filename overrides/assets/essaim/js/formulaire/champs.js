// The form ↔ an entry: a plain tree whose keys are the model's and whose leaves are strings. Nothing is judged here.

/** @typedef {string | Tree | Value[]} Value */
/** @typedef {{ [key: string]: Value }} Tree */
/** @typedef {(string | number)[]} Path */
/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Control */

const CONTAINERS = "form, [data-genre='bloc'], [data-element]";

/** The fields that belong to a container and to none inside it. @param {Element} container @returns {HTMLElement[]} */
export function fieldsOf(container) {
  const all = /** @type {NodeListOf<HTMLElement>} */ (container.querySelectorAll("[data-cle]"));
  return [...all].filter((field) => field.parentElement?.closest(CONTAINERS) === container);
}

/** The elements of a list field, in order. @param {Element} field @returns {HTMLElement[]} */
export const elementsOf = (field) => [.../** @type {NodeListOf<HTMLElement>} */ (field.querySelectorAll(":scope > .liste > [data-element]"))];

/** What takes the focus for a field: its control, or the group itself. @param {Element} field @returns {HTMLElement} */
export function focusOf(field) {
  if (field instanceof HTMLFieldSetElement) return field;
  const inner = field.querySelector(":scope > fieldset, :scope > input:not([type='hidden']), :scope > select, :scope > textarea, :scope > .champ > input, :scope > .champ > textarea");
  return /** @type {HTMLElement} */ (inner ?? field);
}

/** @param {Element} field @returns {Control} */
export const controlOf = (field) => /** @type {Control} */ (field.querySelector("input:not([data-inconnu]), select, textarea"));

/** @param {Element} field @returns {HTMLInputElement[]} */
export const boxesOf = (field) => [.../** @type {NodeListOf<HTMLInputElement>} */ (field.querySelectorAll("input[type='checkbox']:not([data-inconnu]), input[type='radio']"))];

/** The codes ticked in a field, in the order they were ticked. @param {HTMLElement} field @returns {string[]} */
export function tickedIn(field) {
  const ticked = boxesOf(field).filter((box) => box.checked).map((box) => box.value);
  const order = (field.dataset.ordre ?? "").split(" ");
  const rank = (/** @type {string} */ code) => (order.indexOf(code) + order.length + 1) % (order.length + 1);
  return ticked.sort((one, other) => rank(one) - rank(other));
}

/** Reads a container. `raw` keeps spaces and empty elements, for a draft. @param {HTMLElement} container @returns {Tree} */
export function read(container, raw = false) {
  /** @type {Tree} */
  const found = {};
  for (const field of fieldsOf(container)) {
    const value = valueOf(field, raw);
    if (value !== undefined) found[field.dataset.cle ?? ""] = value;
  }
  const rest = JSON.parse(container.dataset.reste ?? "{}");
  return { ...rest, ...found };
}

/** @param {HTMLElement} field @param {boolean} raw @returns {Value | undefined} */
function valueOf(field, raw) {
  switch (field.dataset.genre) {
    case "bloc":
      return orNone(read(field, raw));
    case "blocs":
      return orNone(readElements(field, raw, (element) => (raw ? read(element, true) : withContent(element, read(element)))));
    case "textes":
      return orNone(readElements(field, raw, (element) => clean(controlOf(element).value, raw) || (raw ? "" : undefined)));
    case "termes":
      return orNone(tickedIn(field));
    case "terme":
    case "fiche":
      return field instanceof HTMLFieldSetElement ? tickedIn(field)[0] : controlOf(field).value || undefined;
    case "oui-non":
      return /** @type {HTMLInputElement} */ (controlOf(field)).checked ? "oui" : field.dataset.non;
    default:
      return clean(controlOf(field).value, raw) || undefined;
  }
}

/** @template {Value} T @param {T} value @returns {T | undefined} */
const orNone = (value) => (Object.keys(value).length ? value : undefined);

/** A source's mark alone makes no source, until a text cites it. @param {HTMLElement} element @param {Tree} tree */
function withContent(element, tree) {
  const controls = /** @type {NodeListOf<HTMLTextAreaElement>} */ (element.closest("form")?.querySelectorAll("textarea") ?? document.querySelectorAll("form textarea"));
  const holds = Object.keys(tree).some((key) => key !== "id") || [...controls].some((control) => control.value.includes(`[${tree.id}]`));
  return holds ? tree : undefined;
}

/** Each element remembers its place in what is read, so that a fault finds it. @param {HTMLElement} field @param {boolean} raw @param {(element: HTMLElement) => Value | undefined} readOne */
function readElements(field, raw, readOne) {
  /** @type {Value[]} */
  const found = [];
  for (const element of elementsOf(field)) {
    const value = readOne(element);
    if (!raw) element.dataset.place = value === undefined ? "" : String(found.length);
    if (value !== undefined) found.push(value);
  }
  return found;
}

/** @param {string} text @param {boolean} raw */
const clean = (text, raw) => (raw ? text : text.replace(/\r\n?/g, "\n").replace(/[ \t]+$/gm, "").trim());

/**
 * The field or list element at a path, as deep as the form goes; null when it shows nothing of it.
 * @param {HTMLElement} form @param {Path} path @returns {HTMLElement | null}
 */
export function locate(form, path) {
  /** @type {HTMLElement | null} */
  let found = null;
  for (const step of path) {
    /** @type {HTMLElement} */
    const place = found ?? form;
    /** @type {HTMLElement | undefined} */
    const next = typeof step === "number" ? elementsOf(place).find((one) => one.dataset.place === String(step)) : fieldsOf(place).find((one) => one.dataset.cle === step);
    if (!next) return found;
    found = next;
  }
  return found;
}

/**
 * Fills a container with an entry. What has no place in the form is kept aside and read back as it was.
 * @param {HTMLElement} container @param {Tree} tree @param {(list: HTMLElement) => HTMLElement} addElement
 */
export function fill(container, tree, addElement) {
  const rest = { ...tree };
  for (const field of fieldsOf(container)) {
    const key = field.dataset.cle ?? "";
    if (key in rest && fillField(field, rest[key], addElement)) delete rest[key];
  }
  container.dataset.reste = JSON.stringify(rest);
}

/** @param {HTMLElement} field @param {Value} value @param {(list: HTMLElement) => HTMLElement} addElement @returns {boolean} whether it had its place */
function fillField(field, value, addElement) {
  const genre = field.dataset.genre;
  if (genre === "blocs" || genre === "textes") {
    if (!Array.isArray(value) || value.some((one) => (genre === "textes") !== (typeof one === "string"))) return false;
    const elements = elementsOf(field);
    value.forEach((one, rank) => {
      const element = elements[rank] ?? addElement(field);
      if (typeof one === "string") controlOf(element).value = one;
      else fill(element, /** @type {Tree} */ (one), addElement);
    });
    return true;
  }
  if (genre === "bloc") {
    if (typeof value === "string" || Array.isArray(value)) return false;
    fill(field, value, addElement);
    return true;
  }
  if (genre === "termes") {
    if (!Array.isArray(value) || value.some((one) => typeof one !== "string")) return false;
    field.dataset.ordre = value.join(" ");
    for (const code of value) tick(field, String(code));
    return true;
  }
  if (typeof value !== "string") return false;
  if (genre === "oui-non") {
    if (!["oui", "non"].includes(value)) return false;
    /** @type {HTMLInputElement} */ (controlOf(field)).checked = value === "oui";
    if (value === "non") field.dataset.non = "non";
  } else if (genre === "fiche") field.dispatchEvent(new CustomEvent("essaim:fiche", { detail: value }));
  else if (field instanceof HTMLFieldSetElement) tick(field, value);
  else fillControl(controlOf(field), value);
  return true;
}

/** @param {Control} control @param {string} value */
function fillControl(control, value) {
  if (control instanceof HTMLSelectElement && ![...control.options].some((one) => one.value === value)) control.add(new Option(value, value));
  control.value = value;
}

/** Ticks a code; one that the vocabulary does not know gets a box of its own, so that it is seen and corrected. @param {HTMLElement} field @param {string} code */
function tick(field, code) {
  const box = boxesOf(field).find((one) => one.value === code) ?? strangerIn(field, code);
  if (box) box.checked = true;
}

/** @param {HTMLElement} field @param {string} code */
function strangerIn(field, code) {
  const model = field.querySelector(".choix__un");
  if (!model) return null;
  const copy = /** @type {HTMLElement} */ (model.cloneNode(true));
  const box = copy.querySelector("input");
  const label = copy.querySelector("label");
  if (!box || !label) return null;
  box.id = label.htmlFor = `${box.name}-autre-${boxesOf(field).length}`;
  box.value = code;
  label.textContent = `${code} (hors liste)`;
  copy.hidden = false;
  delete copy.dataset.mots;
  model.parentElement?.append(copy);
  return box;
}
