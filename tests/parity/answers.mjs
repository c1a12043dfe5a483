// Small questions to the browser's modules: near words, stems, sheets like a title.

import { readFileSync, writeFileSync } from "node:fs";
import { alike, stems } from "../../overrides/assets/essaim/js/modele/proches.js";
import { suggestion } from "../../overrides/assets/essaim/js/modele/proche_mot.js";

const { model, words, titles, wrong } = JSON.parse(readFileSync(0, "utf8"));
const publics = model.vocabulaires.publics.termes.map(({ code }) => code);
writeFileSync(
  1,
  JSON.stringify({
    near: wrong.map((word) => suggestion(model, word, publics) ?? null),
    stems: words.map((word) => stems(model, word)[0]),
    alike: titles.map((title) => alike(title, model)),
    alone: alike("Réserver", model),
    unlike: alike("Compter les étoiles filantes au télescope", model),
  }),
);
