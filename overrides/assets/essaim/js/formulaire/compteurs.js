// What is left to write, as one types. Marks of sources are not printed: they do not count.

/** @param {string} text @param {RegExp} mark @returns {number} characters, as the rules count them */
export const visibleLength = (text, mark) => [...text.replace(mark, "").trim()].length;

/** @param {HTMLElement} form @param {(text: string) => void} announce for those who do not see the counter */
export function setUpCounters(form, announce) {
  const mark = new RegExp(form.closest("[data-renvoi]")?.getAttribute("data-renvoi") ?? "", "gv");
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  /** @param {HTMLInputElement | HTMLTextAreaElement} control */
  const count = (control) => {
    const field = /** @type {HTMLElement | null} */ (control.closest("[data-limite]"));
    const counter = field?.querySelector("[data-compte]");
    if (!field || !counter) return "";
    const limit = Number(field.dataset.limite);
    const length = visibleLength(control.value, mark);
    const over = length - limit;
    counter.textContent = over > 0 ? `${over} caractère${over > 1 ? "s" : ""} de trop, sur ${limit}` : length ? `${length} sur ${limit} caractères` : `${limit} caractères au plus`;
    counter.classList.toggle("champ__compte--trop", over > 0);
    counter.classList.toggle("champ__compte--bientot", over <= 0 && length > limit * 0.9);
    return over > -10 && length ? (over > 0 ? counter.textContent : `Il reste ${-over} caractère${over < -1 ? "s" : ""}`) : "";
  };
  form.addEventListener("input", (event) => {
    if (!(event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement)) return;
    const said = count(event.target);
    clearTimeout(waiting);
    if (said) waiting = setTimeout(() => announce(said), 1000);
  });
  return () => {
    for (const control of /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll("[data-limite] > input, [data-limite] > textarea"))) count(control);
  };
}
