// A form page weighs little on arrival: what the form needs comes with the first gesture, or at once to resume a work.

const root = /** @type {HTMLElement | null} */ (document.querySelector("[data-formulaire], [data-signaler]"));

/** Whether something waits to be shown: a draft, a sheet to correct, a question to open. */
function isAwaited() {
  if (location.search || location.hash) return true;
  try {
    return Object.keys(localStorage).some((key) => key.startsWith("essaim-brouillon-"));
  } catch {
    return false;
  }
}

/** An old browser, or a line that drops: what is typed stays on the page, and the other ways are open. */
function sayItFails() {
  const note = document.createElement("p");
  note.className = "avis";
  note.setAttribute("role", "alert");
  note.textContent = "Le formulaire ne se charge pas. Copiez ce que vous avez tapé, puis rechargez la page. Si rien ne change, ce navigateur est peut-être trop ancien : passez par les autres façons, en bas de page.";
  root?.prepend(note);
}

if (root) {
  root.removeAttribute("inert");
  const module = "signaler" in root.dataset ? "./signaler.js" : "./saisie.js";
  /** @type {Promise<void> | undefined} */
  let started;
  const start = () => (started ??= import(module).then(({ start: run }) => run(root)).catch(sayItFails));
  if (isAwaited()) start();
  for (const gesture of ["focusin", "pointerdown", "keydown"]) root.addEventListener(gesture, start, { once: true });
  document.querySelector("[data-imprimer-vierge]")?.addEventListener("click", async () => {
    await start();
    root.classList.add("saisie--vierge");
    print();
    root.classList.remove("saisie--vierge");
  });
}
