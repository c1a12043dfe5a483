// On a sheet: copy its short link or its reference, print it.

const actions = document.querySelector(".actions");
const feedback = document.querySelector(".actions__retour");

/** @param {string} text @param {string} done */
async function copy(text, done) {
  if (!feedback) return;
  try {
    await navigator.clipboard.writeText(text);
    feedback.textContent = done;
  } catch {
    feedback.textContent = `Copie refusée par le navigateur. À copier à la main : ${text}`;
  }
}

if (actions instanceof HTMLElement) {
  actions.hidden = false;
  actions.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    if (!button) return;
    if ("imprimer" in button.dataset) window.print();
    else if (button.dataset.copier === "lien") copy(new URL(button.dataset.lien ?? "", location.href).href, "Lien court copié.");
    else copy(document.querySelector("[data-citation]")?.textContent ?? "", "Citation copiée.");
  });
}

/** The reference, in three forms: each button copies the text it names, and says so beside it. */
function setUpReferences() {
  const said = document.querySelector(".citer__retour");
  for (const button of document.querySelectorAll("button[data-copie]")) {
    if (!(button instanceof HTMLButtonElement)) continue;
    const source = document.getElementById(button.dataset.copie ?? "");
    if (!source || !said) continue;
    button.hidden = false;
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(source.textContent ?? "");
        said.textContent = button.dataset.fait ?? "";
      } catch {
        getSelection()?.selectAllChildren(source);
        said.textContent = "Copie refusée par le navigateur : le texte est sélectionné, copiez-le à la main.";
      }
    });
  }
}

setUpReferences();
