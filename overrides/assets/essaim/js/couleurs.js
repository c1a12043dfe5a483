// Runs before the page is drawn: the reader's own choice of scheme, if there is one.
try {
  const choice = localStorage.getItem("essaim-teinte");
  if (choice === "clair" || choice === "sombre") document.documentElement.dataset.teinte = choice;
} catch {
  // Storage refused: the system's choice stands.
}
// A browser that knows no modules runs nothing else of ours.
if ("noModule" in HTMLScriptElement.prototype) document.documentElement.classList.replace("no-js", "js");
