// Where translated patterns match: reads { patterns, texts }, writes for each pattern and text the spans in characters.

import { readFileSync, writeFileSync } from "node:fs";

const { patterns, texts } = JSON.parse(readFileSync(0, "utf8"));
const inCharacters = (text, index) => [...text.slice(0, index)].length;
const spans = (source, flags, text) =>
  [...text.matchAll(new RegExp(source, `${flags}g`))].map((match) => [
    inCharacters(text, match.index),
    inCharacters(text, match.index + match[0].length),
  ]);
writeFileSync(1, JSON.stringify(patterns.map(([source, flags]) => texts.map((text) => spans(source, flags, text)))));
