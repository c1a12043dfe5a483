// The browser's modules, run on jobs: reads { model, jobs } on standard input, writes the results in the same order.

import { readFileSync, writeFileSync } from "node:fs";
import { toYaml } from "../../overrides/assets/essaim/js/modele/ecriture.js";
import { fromYaml } from "../../overrides/assets/essaim/js/modele/lecture.js";
import { validate } from "../../overrides/assets/essaim/js/modele/validation.js";

const { model, jobs } = JSON.parse(readFileSync(0, "utf8"));
const results = [];
for (const { kind, text, entry: given, context, corpus } of jobs) {
  const known = { ...model, ...corpus };
  const read = text === undefined ? { entry: given, problems: [], cuts: [] } : await fromYaml(known, text);
  const { entry, problems: reading, cuts } = read;
  const problems = entry === undefined ? [] : validate(known, kind, entry, { ...context, cuts });
  const draft = entry === undefined ? [] : validate(known, kind, entry, { ...context, cuts, draft: true });
  const isEntry = typeof entry === "object" && entry !== null && !Array.isArray(entry);
  results.push({ entry, problems: [...reading, ...problems], draft, head: read.head, hasComments: read.hasComments, yaml: isEntry ? toYaml(known, kind, entry) : null });
}
writeFileSync(1, JSON.stringify(results));
