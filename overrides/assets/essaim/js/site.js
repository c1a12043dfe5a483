// On every page: the small-screen menu, the choice of scheme, acronyms explained by keyboard; the clipboard, for pages
// that copy: this module is loaded already.

const SCHEMES = ["auto", "clair", "sombre"];
const SCHEME_NAMES = { auto: "Teinte : système", clair: "Teinte : claire", sombre: "Teinte : sombre" };

/** Whether the text is now in the clipboard: browsers may refuse. @param {string} text @returns {Promise<boolean>} */
export async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function setUpMenu() {
  const button = /** @type {HTMLButtonElement | null} */ (document.querySelector(".entete__menu"));
  const menu = document.getElementById("navigation");
  if (!button || !menu) return;
  const setOpen = (/** @type {boolean} */ open) => {
    button.setAttribute("aria-expanded", String(open));
    menu.classList.toggle("ouvert", open);
  };
  button.addEventListener("click", () => setOpen(button.getAttribute("aria-expanded") !== "true"));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || button.getAttribute("aria-expanded") !== "true") return;
    const inside = menu.contains(document.activeElement);
    setOpen(false);
    if (inside) button.focus();
  });
}

function setUpScheme() {
  const button = /** @type {HTMLButtonElement | null} */ (document.querySelector(".entete__teinte"));
  const label = button?.querySelector("[data-teinte]");
  if (!button || !label) return;
  const root = document.documentElement;
  const show = () => (label.textContent = SCHEME_NAMES[/** @type {"clair" | "sombre"} */ (root.dataset.teinte)] ?? SCHEME_NAMES.auto);
  show();
  button.addEventListener("click", () => {
    const next = SCHEMES[(SCHEMES.indexOf(root.dataset.teinte ?? "auto") + 1) % SCHEMES.length];
    if (next === "auto") delete root.dataset.teinte;
    else root.dataset.teinte = next;
    try {
      if (next === "auto") localStorage.removeItem("essaim-teinte");
      else localStorage.setItem("essaim-teinte", next);
    } catch {
      // Storage refused: the choice lasts as long as the page.
    }
    show();
  });
}

/** An acronym's bubble can be dismissed without moving focus or pointer (WCAG 1.4.13). */
function setUpAcronyms() {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const link of document.querySelectorAll(".sigle:hover, .sigle:focus")) link.classList.add("replie");
  });
  for (const type of ["focusout", "pointerout"]) {
    document.addEventListener(type, (event) => {
      if (event.target instanceof Element) event.target.classList.remove("replie");
    });
  }
}

/** Suggestions weigh nothing on a visit without a search: they come with a search box's first focus. */
function setUpSuggestions() {
  document.addEventListener("focusin", (event) => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement) || input.type !== "search") return;
    import("./recherche/suggestions.js").then(({ attach }) => attach(input), () => {});
  });
}

/** How many sheets the reader's binder holds, told by every page at no cost but a look at the storage. */
function setUpBinder() {
  const link = document.querySelector(".entete__classeur");
  if (!link) return;
  const figure = document.createElement("b");
  const unit = document.createElement("span");
  unit.className = "invisible";
  const show = () => {
    let total = 0;
    try {
      const { sections = [] } = JSON.parse(localStorage.getItem("essaim-classeur") ?? "{}");
      for (const { fiches } of sections) total += fiches.length;
    } catch {
      // Storage refused, or not ours: no binder to tell of.
    }
    figure.textContent = String(total);
    unit.textContent = total > 1 ? " fiches" : " fiche";
    if (total) link.append(figure, unit);
    else for (const one of [figure, unit]) one.remove();
  };
  show();
  for (const type of ["storage", "essaim-classeur", "pageshow"]) addEventListener(type, show);
}

setUpMenu();
setUpBinder();
setUpSuggestions();
setUpScheme();
setUpAcronyms();
