// The bar under a screen: moves, the timer, the keys explained.

import { hour } from "../atelier.js";
import { button, element } from "../dom.js";

/**
 * @typedef {object} Actions
 * @property {(by: number) => void} step
 * @property {(sequence: number) => void} goTo
 * @property {() => void} toggleTimer
 * @property {() => void} resetTimer
 * @property {() => void} enlargeTimer
 * @property {(on: boolean) => void} setLetters
 * @property {() => void} leave
 */

/** @param {Element} workshop @param {number | null} start @param {Actions} actions */
export function controls(workshop, start, actions) {
  const bar = element("div", "projection__barre");
  const previous = named(button("◀", () => actions.step(-1)), "Écran précédent");
  const next = named(button("▶", () => actions.step(1)), "Écran suivant");
  const position = element("span", "projection__rang");
  const moves = element("div", "projection__pas");
  moves.append(previous, position, next);

  const jump = document.createElement("select");
  jump.setAttribute("aria-label", "Aller à");
  const titles = [...workshop.querySelectorAll("[data-sequence] [data-titre]")].map((one, rank) => `${rank + 1}. ${one.textContent?.trim()}`);
  ["Ouverture", ...titles].forEach((title, rank) => jump.append(new Option(title, String(rank))));
  jump.addEventListener("change", () => actions.goTo(Number(jump.value)));

  const timer = element("div", "minuteur");
  const over = element("span", "", "dépassé");
  const clock = element("span", "minuteur__temps");
  clock.setAttribute("role", "timer");
  const toggle = button("Lancer", actions.toggleTimer);
  const reset = button("Remettre", actions.resetTimer);
  const enlarge = button("En grand", actions.enlargeTimer);
  timer.append(over, clock, toggle, reset, enlarge);

  const status = element("p", "invisible");
  status.setAttribute("role", "status");
  const tools = element("div", "projection__outils");
  // An iPhone shows no page in full screen.
  const whole = document.fullscreenEnabled ? [button("Plein écran", fullScreen)] : [];
  tools.append(help(start, actions), ...whole, button("Quitter", actions.leave));
  bar.append(moves, jump, timer, tools, status);
  return { element: bar, previous, next, position, jump, timer, over, clock, toggle, reset, enlarge, status };
}

/** @param {number | null} start @param {Actions} actions */
function help(start, actions) {
  const lines = [
    "Suivant : flèche droite, Page suivante, Espace",
    "Précédent : flèche gauche, Page précédente",
    "Premier et dernier écran : Début (↖) et Fin",
    "Quitter : Échap",
    "M : minuteur · G : minuteur en grand · F : plein écran · B ou point : écran noir",
    ...(start === null ? [] : [`Début de l’atelier : ${hour(start)}`]),
  ];
  const list = element("ul", "");
  list.append(...lines.map((line) => element("li", "", line)));
  const box = document.createElement("input");
  box.type = "checkbox";
  box.checked = true;
  box.addEventListener("change", () => actions.setLetters(box.checked));
  const label = document.createElement("label");
  label.append(box, " Touches à une lettre (M, G, F, B)");
  const panel = element("div", "");
  panel.append(list, label);
  const details = element("details", "projection__aide");
  details.append(element("summary", "bouton", "Touches"), panel);
  return details;
}

/** @param {HTMLButtonElement} made @param {string} name */
function named(made, name) {
  made.setAttribute("aria-label", name);
  return made;
}

/** In and out. */
export function fullScreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else if (document.fullscreenEnabled) document.documentElement.requestFullscreen().catch(() => {});
}
