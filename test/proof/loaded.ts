import { EventTable } from "../../src/falco/catalog/events.ts";
import { FieldTable } from "../../src/falco/catalog/field-table.ts";
import { plugins } from "../../src/falco/catalog/fields.ts";
import { vocabularyFor } from "../../src/falco/evaluate/vocabulary.ts";
import { newestGrammar } from "../../src/falco/language/grammar.ts";
import { parse } from "../../src/falco/language/parse.ts";
import { Source } from "../../src/project/project.ts";
import { Text } from "../../src/project/source-text.ts";
import type { LoadedRules } from "../../src/proof/compiled-rules.ts";
import { readSuite, type TestSuite } from "../../src/proof/suite.ts";

const fields = new FieldTable("0.44.1", [...plugins.keys()]);
const events = new EventTable("0.44.1", ["container"]);

/** Rules as if they were loaded: name, condition and output. */
export function loaded(
  ...rules: readonly (readonly [name: string, condition: string, output?: string])[]
): LoadedRules {
  return {
    rules: rules.map(([name, text, output = "%proc.name did it"]) => {
      const { condition, error } = parse(text);
      if (condition === undefined) throw new Error(error.message);
      return {
        name,
        source: "syscall",
        condition,
        output,
        enabled: true,
        exceptions: [],
        location: undefined,
      };
    }),
    names: (source) => ({
      grammar: newestGrammar,
      vocabulary: vocabularyFor(fields, events, [source]),
      problemOf: (name, argument) => fields.find(source, name, argument).problem,
    }),
  };
}

export function suite(yaml: string): TestSuite {
  return readSuite(new Source(new Text("tests/rules.yaml", yaml), "rule-tests"));
}
