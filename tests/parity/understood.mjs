// What the browser understands of what people write.

import { readFileSync, writeFileSync } from "node:fs";
import { cleaned, listed, understood } from "../../overrides/assets/essaim/js/modele/compris.js";

const { model, today, answers, texts } = JSON.parse(readFileSync(0, "utf8"));
writeFileSync(
  1,
  JSON.stringify({
    understood: answers.map(([kind, text]) => understood(model, kind, text, today)),
    lasting: answers.map(([kind, text]) => understood(model, kind, text)),
    cleaned: texts.map((text) => cleaned(model, text)),
    listed: texts.map((text) => listed(model, text)),
  }),
);
