// On a sheet: keep it in the binder, copy its short link or its reference, print it, embed it.

import { copied } from "./site.js";

const actions = document.querySelector(".actions");
const feedback = document.querySelector(".actions__retour");

/**
 * Copies, and says so in `said`; where the browser refuses, says how to do without.
 * @param {string} text @param {Element | null | undefined} said @param {string} done @param {() => string} refused
 */
async function copy(text, said, done, refused) {
  const told = (await copied(text)) ? done : refused();
  if (said) said.textContent = told;
}

/** @param {string} text */
const byHand = (text) => () => `Copie refusée par le navigateur. À copier à la main : ${text}`;

// Where a finger points, sharing goes through the system's own sheet: messages, mail, other apps.
const shares = "share" in navigator && matchMedia("(pointer: coarse)").matches;

if (actions instanceof HTMLElement) {
  const link = actions.querySelector('[data-copier="lien"]');
  if (link && shares) link.textContent = "Partager";
  actions.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    if (!button) return;
    if ("classeur" in button.dataset) return;
    if ("imprimer" in button.dataset) window.print();
    else if (button.dataset.copier === "lien") {
      const url = new URL(button.dataset.lien ?? "", location.href).href;
      // Closing the system's sheet without a choice is no fault.
      if (shares) navigator.share({ title: document.title, url }).catch(() => {});
      else copy(url, feedback, "Lien court copié.", byHand(url));
    }
    else {
      const citation = document.querySelector("[data-citation]")?.textContent ?? "";
      copy(citation, feedback, "Citation copiée.", byHand(citation));
    }
  });
}

/** The binder's code comes with its first use: whoever keeps nothing does not pay for it. */
function setUpBinder() {
  const button = document.querySelector("button[data-classeur]");
  if (!(button instanceof HTMLButtonElement)) return;
  const bring = () => import("./classeur/bouton.js").then(({ attach }) => attach(button));
  let used = false;
  try {
    used = localStorage.getItem("essaim-classeur") !== null;
  } catch {
    // Storage refused: the button says so when it is pressed.
  }
  if (used) bring();
  else button.addEventListener("click", () => bring().then((press) => press()), { once: true });
}

/** The code to paste in another page: the card's address, with its origin. */
function setUpEmbed() {
  const details = document.querySelector("details.integrer");
  const code = details?.querySelector("textarea");
  if (!(details instanceof HTMLDetailsElement) || !code) return;
  const frame = document.createElement("iframe");
  frame.src = new URL(code.dataset.integrer ?? "", location.href).href;
  frame.title = `Fiche Essaim : ${code.dataset.titre}`;
  frame.width = "100%";
  frame.height = "1080";
  frame.loading = "lazy";
  code.value = frame.outerHTML;
  details.hidden = false;
  const said = details.querySelector("[role=status]");
  details.querySelector("button")?.addEventListener("click", () =>
    copy(code.value, said, "Code copié.", () => {
      code.select();
      return "Copie refusée par le navigateur : le code est sélectionné, copiez-le à la main.";
    }),
  );
}

/** Beside the text the contents stay open; on a phone they are folded until asked for. */
function setUpContents() {
  const contents = document.querySelector(".sommaire details");
  const summary = contents?.querySelector("summary");
  if (!(contents instanceof HTMLDetailsElement) || !summary) return;
  const wide = matchMedia("(min-width: 64em)");
  const follow = () => {
    contents.open = wide.matches;
    summary.tabIndex = wide.matches ? -1 : 0;
  };
  follow();
  wide.addEventListener("change", follow);
  contents.addEventListener("toggle", () => wide.matches && follow());
}

setUpContents();
setUpBinder();
setUpEmbed();

/** The reference, in three forms: each button copies the text it names, and says so beside it. */
function setUpReferences() {
  const said = document.querySelector(".citer__retour");
  for (const button of document.querySelectorAll("button[data-copie]")) {
    if (!(button instanceof HTMLButtonElement)) continue;
    const source = document.getElementById(button.dataset.copie ?? "");
    if (!source || !said) continue;
    button.hidden = false;
    button.addEventListener("click", () =>
      copy(source.textContent ?? "", said, button.dataset.fait ?? "", () => {
        getSelection()?.selectAllChildren(source);
        return "Copie refusée par le navigateur : le texte est sélectionné, copiez-le à la main.";
      }),
    );
  }
}

setUpReferences();
