import { expect, test } from "vitest";
import { conditionTokens } from "../../src/falco/index.ts";
import { outputFields } from "../../src/lsp/semantic-tokens.ts";
import { yamlPlaceAt } from "../../src/lsp/yaml-place.ts";

const many = 50_000;

test.each([
  ["a line of blanks", () => yamlPlaceAt(`a${" ".repeat(many)}b\n  c`, many + 6)],
  ["a list without an end", () => yamlPlaceAt(`tags: [${"a,".repeat(many)}`, 2 * many)],
  ["brackets that nothing closes", () => outputFields("%a.b[".repeat(many))],
  ["an output of one word", () => outputFields(`%${"a".repeat(many)}`)],
  ["a condition of parentheses", () => conditionTokens("(".repeat(many))],
  ["a condition of quotes", () => conditionTokens("'".repeat(many))],
  ["a condition of one word", () => conditionTokens("a".repeat(many))],
])("is read in a moment: %s", (_, read) => {
  const start = performance.now();
  read();
  expect(performance.now() - start).toBeLessThan(2000);
});
