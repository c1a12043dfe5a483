// Lists that grow: add, remove (and take back), move, by pointer and by keyboard, with the focus kept in hand.

import { controlOf, elementsOf, fieldsOf, focusOf, read } from "./champs.js";

const NUMBERED = ["id", "for", "name", "aria-describedby", "aria-labelledby", "aria-controls"];

/** A new element at the end of a list. @param {HTMLElement} list @returns {HTMLElement} */
export function addElement(list) {
  const template = /** @type {HTMLTemplateElement} */ (list.querySelector(":scope > template"));
  const element = /** @type {HTMLElement} */ (/** @type {DocumentFragment} */ (template.content.cloneNode(true)).firstElementChild);
  const number = String(Number(list.dataset.faits ?? 0) + 1);
  list.dataset.faits = number;
  for (const one of [element, ...element.querySelectorAll("*")]) {
    for (const name of NUMBERED) {
      const value = one.getAttribute(name);
      if (value?.includes("§")) one.setAttribute(name, value.replaceAll("§", number));
    }
  }
  list.querySelector(":scope > .liste")?.append(element);
  markSource(list, element);
  renumber(list);
  element.dispatchEvent(new CustomEvent("essaim:element", { bubbles: true }));
  return element;
}

/** A source gets the first mark that no other has. @param {HTMLElement} list @param {HTMLElement} element */
function markSource(list, element) {
  const field = fieldsOf(element).find((one) => one.dataset.genre === "repere");
  if (!field) return;
  const taken = elementsOf(list).map((one) => /** @type {HTMLInputElement | null} */ (one.querySelector("[data-genre='repere'] input"))?.value);
  let rank = 1;
  while (taken.includes(`s${rank}`)) rank += 1;
  controlOf(field).value = `s${rank}`;
}

/** As many empty elements as the list calls for. @param {HTMLElement} list */
export function startList(list) {
  const wanted = list.dataset.requis ? Math.max(1, Number(list.dataset.min ?? 0)) : 0;
  while (elementsOf(list).length < wanted) addElement(list);
  renumber(list);
}

/** @param {HTMLElement} list */
export function renumber(list) {
  const elements = elementsOf(list);
  const name = (list.dataset.un ?? "").split(" ").slice(1).join(" ");
  elements.forEach((element, rank) => {
    const shown = element.querySelector("[data-rang]");
    if (shown) shown.textContent = String(rank + 1);
    for (const [gesture, word] of [["monter", "Monter"], ["descendre", "Descendre"], ["retirer", "Retirer"]]) {
      const button = element.querySelector(`[data-${gesture}]`);
      button?.setAttribute("aria-label", `${word} : ${name} ${rank + 1}`);
    }
    const up = /** @type {HTMLButtonElement | null} */ (element.querySelector("[data-monter]"));
    const down = /** @type {HTMLButtonElement | null} */ (element.querySelector("[data-descendre]"));
    if (up) up.hidden = rank === 0;
    if (down) down.hidden = rank === elements.length - 1;
    const away = /** @type {HTMLButtonElement | null} */ (element.querySelector("[data-retirer]"));
    if (away) away.hidden = elements.length === 1 && Boolean(list.dataset.requis);
  });
  const most = Number(list.dataset.max ?? 0);
  const button = /** @type {HTMLButtonElement | null} */ (list.querySelector(":scope > .liste__suite > [data-ajouter]"));
  if (button) button.hidden = most > 0 && elements.length >= most;
}

/** @param {HTMLElement} list @param {string} text @param {(() => void) | null} undo */
function say(list, text, undo = null) {
  const state = list.querySelector(":scope > .liste__suite > .liste__etat");
  if (!state) return;
  state.textContent = text;
  if (!undo) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "geste";
  button.textContent = "Rétablir";
  button.addEventListener("click", undo);
  state.append(" ", button);
}

/** @param {HTMLElement} element */
const isEmpty = (element) => !element.querySelector(":scope > fieldset") ? controlOf(element).value === "" : Object.keys(read(element)).every((key) => key === "id");

/** @param {HTMLElement} list @param {HTMLElement} element @param {() => void} changed */
function remove(list, element, changed) {
  const elements = elementsOf(list);
  const rank = elements.indexOf(element);
  const name = `${(list.dataset.un ?? "").split(" ").slice(1).join(" ")} ${rank + 1}`;
  const next = elements[rank + 1] ?? elements[rank - 1];
  const hadContent = !isEmpty(element);
  element.remove();
  renumber(list);
  say(list, `Retiré : ${name}.`, hadContent ? () => {
    list.querySelector(":scope > .liste")?.insertBefore(element, elementsOf(list)[rank] ?? null);
    renumber(list);
    say(list, `Rétabli : ${name}.`);
    focusOf(element).focus();
    changed();
  } : null);
  const button = /** @type {HTMLElement | null} */ (list.querySelector(":scope > .liste__suite > [data-ajouter]"));
  (next ? focusOf(next) : button)?.focus();
  changed();
}

/** @param {HTMLElement} list @param {HTMLElement} element @param {-1 | 1} way @param {() => void} changed */
function move(list, element, way, changed) {
  const other = elementsOf(list)[elementsOf(list).indexOf(element) + way];
  if (!other) return;
  if (way < 0) other.before(element);
  else other.after(element);
  renumber(list);
  const rank = elementsOf(list).indexOf(element) + 1;
  const same = /** @type {HTMLElement | null} */ (element.querySelector(way < 0 ? "[data-monter]" : "[data-descendre]"));
  const opposite = /** @type {HTMLElement | null} */ (element.querySelector(way < 0 ? "[data-descendre]" : "[data-monter]"));
  (same?.hidden ? opposite : same)?.focus();
  say(list, `Déplacé au rang ${rank}.`);
  changed();
}

/** Lines pasted at once: an element each. @param {HTMLElement} list @param {HTMLElement} element where they are pasted @param {string[]} lines */
function spread(list, element, [first, ...others]) {
  const control = /** @type {HTMLInputElement | HTMLTextAreaElement} */ (controlOf(element));
  control.setRangeText(first, control.selectionStart ?? 0, control.selectionEnd ?? 0, "end");
  let last = element;
  for (const line of others) {
    const added = addElement(list);
    controlOf(added).value = line;
    last.after(added);
    last = added;
  }
  renumber(list);
  say(list, `Collé sur ${others.length + 1} lignes.`);
  controlOf(last).focus();
  for (const one of elementsOf(list)) controlOf(one).dispatchEvent(new Event("input", { bubbles: true }));
}

/**
 * @param {HTMLElement} form @param {() => void} changed called after every change of a list
 * @param {(text: string) => string[]} itemsOf the elements of a list pasted at once
 */
export function setUpLists(form, changed, itemsOf) {
  for (const list of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll(".champ--liste"))) startList(list);
  form.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    const list = /** @type {HTMLElement | null} */ (button?.closest(".champ--liste"));
    if (!button || !list) return;
    const element = /** @type {HTMLElement | null} */ (button.closest("[data-element]"));
    if ("ajouter" in button.dataset) {
      const added = addElement(list);
      (list.dataset.genre === "textes" ? controlOf(added) : focusOf(added)).focus();
      changed();
    } else if (element && "retirer" in button.dataset && event.detail < 2) remove(list, element, changed);
    else if (element && "monter" in button.dataset) move(list, element, -1, changed);
    else if (element && "descendre" in button.dataset) move(list, element, 1, changed);
  });
  form.addEventListener("paste", (event) => {
    const element = /** @type {HTMLElement | null} */ (event.target instanceof Element ? event.target.closest("[data-genre='textes'] [data-element]") : null);
    const lines = element ? itemsOf(event.clipboardData?.getData("text/plain") ?? "") : [];
    if (!element || lines.length < 2) return;
    event.preventDefault();
    spread(/** @type {HTMLElement} */ (element.closest(".champ--liste")), element, lines);
  });
}
