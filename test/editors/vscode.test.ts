import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { comparisonOperators, modifiers, transformers } from "../../src/falco/language/index.ts";

const folder = path.resolve(import.meta.dirname, "../../editors/vscode");
const read = (file: string) => readFileSync(path.join(folder, file), "utf8");
const manifest = JSON.parse(read("package.json"));

/** The words that a pattern of the grammar lists. */
function wordsOf(name: string): string[] {
  const { patterns } = JSON.parse(read("syntaxes/falco.tmLanguage.json")).repository.condition;
  const { match } = patterns.find((pattern: { name?: string }) => pattern.name === name);
  return /\(\?:([a-z0-9|]+)\)/.exec(match)![1]!.split("|").sort();
}

test("the grammar knows the words of the condition language, and no others", () => {
  const words = [...comparisonOperators, ...modifiers].filter((operator) => /^[a-z]/.test(operator));
  expect(wordsOf("keyword.operator.word.falco")).toEqual(words.sort());
  expect(wordsOf("support.function.falco")).toEqual([...transformers, "val"].sort());
});

test("the extension brings the files that its manifest names", () => {
  const { languages, grammars } = manifest.contributes;
  for (const file of [
    ...languages.map(({ configuration }: { configuration: string }) => configuration),
    ...grammars.map((grammar: { path: string }) => grammar.path),
  ])
    expect(existsSync(path.join(folder, file)), file).toBe(true);
});
