// On a workshop: hours from the start time the trainer types, the printed guide, the way into projection.

const START = /^([01]\d|2[0-3]):([0-5]\d)$/;
const MINUTES_A_DAY = 24 * 60;
const NO_BREAK = "\u00a0";

/** "09:30" → minutes since midnight; null when it is no time of day. @param {string} written @returns {number | null} */
function minutesOf(written) {
  const found = START.exec(written);
  return found ? Number(found[1]) * 60 + Number(found[2]) : null;
}

/** Minutes since midnight → « 9 h 05 ». @param {number} minutes */
export function hour(minutes) {
  const within = minutes % MINUTES_A_DAY;
  return `${Math.floor(within / 60)}${NO_BREAK}h${NO_BREAK}${String(within % 60).padStart(2, "0")}`;
}

/** The start time held by the address. */
export const startTime = () => minutesOf(new URLSearchParams(location.search).get("debut") ?? "");

/** @type {Map<Element, string>} */
const elapsed = new Map();

/** @param {number | null} start */
function showHours(start) {
  for (const cell of document.querySelectorAll("[data-minutes]")) {
    const minutes = Number(/** @type {HTMLElement} */ (cell).dataset.minutes);
    if (!elapsed.has(cell)) elapsed.set(cell, cell.textContent ?? "");
    cell.textContent = start === null ? elapsed.get(cell) ?? "" : hour(start + minutes);
  }
  const heading = document.querySelector("[data-quand]");
  if (heading) heading.textContent = start === null ? "Depuis le début" : "Heure";
}

function setUpAgenda() {
  const form = /** @type {HTMLFormElement | null} */ (document.querySelector("[data-horaire]"));
  const input = form?.querySelector("input");
  if (!form || !input) return;
  const start = startTime();
  if (start !== null) input.value = new URLSearchParams(location.search).get("debut") ?? "";
  showHours(start);
  form.addEventListener("submit", (event) => event.preventDefault());
  input.addEventListener("input", () => {
    const address = new URL(location.href);
    if (minutesOf(input.value) === null) address.searchParams.delete("debut");
    else address.searchParams.set("debut", input.value);
    history.replaceState(history.state, "", address);
    showHours(minutesOf(input.value));
  });
}

function setUpPrint() {
  const button = /** @type {HTMLButtonElement | null} */ (document.querySelector(".atelier [data-imprimer]"));
  if (!button) return;
  button.addEventListener("click", () => window.print());
  const notes = document.querySelector("details.animer");
  if (!(notes instanceof HTMLDetailsElement)) return;
  let wasOpen = notes.open;
  window.addEventListener("beforeprint", () => {
    wasOpen = notes.open;
    notes.open = true;
  });
  window.addEventListener("afterprint", () => {
    notes.open = wasOpen;
  });
}

/** Held, or the browser would forget them. @type {HTMLImageElement[]} */
let pictures = [];

function setUpProjection() {
  const link = document.querySelector("[data-projeter]");
  if (!link) return;
  const wanted = () => new URLSearchParams(location.search).get("mode") === "projection";
  // Loaded with the page, QR codes too, so that projecting asks nothing more of the network.
  const projection = import("./projection/projection.js");
  pictures = [...document.querySelectorAll("[data-qr]")].map((one) => Object.assign(new Image(), { src: /** @type {HTMLElement} */ (one).dataset.qr }));
  const follow = () => projection.then((module) => (wanted() ? module.open() : module.close()));
  link.addEventListener("click", (event) => {
    event.preventDefault();
    const address = new URL(location.href);
    address.searchParams.set("mode", "projection");
    address.hash = "";
    history.pushState({ projection: true }, "", address);
    follow();
  });
  window.addEventListener("popstate", follow);
  if (wanted()) follow();
}

function setUpBinder() {
  const button = /** @type {HTMLButtonElement | null} */ (document.querySelector("[data-garder]"));
  if (!button) return;
  button.addEventListener("click", async () => {
    const { keepAll } = await import("./classeur/bouton.js");
    const codes = [...document.querySelectorAll("[data-code]")].map((one) => /** @type {HTMLElement} */ (one).dataset.code ?? "");
    keepAll(document.querySelector("h1")?.textContent?.trim() ?? "", [...new Set(codes)], document.querySelector(".atelier__dit"));
  });
}

setUpAgenda();
setUpBinder();
setUpPrint();
setUpProjection();
