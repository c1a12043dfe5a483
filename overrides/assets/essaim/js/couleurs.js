// Runs before the page is drawn: the reader's own choice of scheme, if there is one.
try {
  const choice = localStorage.getItem("essaim-teinte");
  if (choice === "clair" || choice === "sombre") document.documentElement.dataset.teinte = choice;
} catch {
  // Storage refused: the system's choice stands.
}
document.documentElement.classList.replace("no-js", "js");
