// On a sheet: copy its short link or its citation, print it.

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
