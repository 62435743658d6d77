import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { afterAll, expect, describe as suite, test } from "vitest";
import {
  type Description,
  describe,
  type LoadOptions,
  type LoadResult,
  load,
  plugins,
} from "../../../src/falco/index.ts";

interface Said {
  readonly code: string;
  readonly item_type: string;
  readonly item_name: string;
  readonly line: number;
  readonly column: number;
}

interface Case {
  readonly id: string;
  readonly files: readonly string[];
  readonly plugins?: "all";
  /** The development version when not said. */
  readonly falcoVersion?: string;
  readonly expect: {
    readonly loads: boolean;
    /** Absent where Falco stops without a verdict, as a plugin that a file asks for is not loaded. */
    readonly results?: readonly { successful: boolean; errors: readonly Said[]; warnings: readonly Said[] }[];
  };
}

function read<T>(name: string): T {
  return JSON.parse(
    readFileSync(new URL(`../../conformance/falco/${name}.json`, import.meta.url), "utf8"),
  ) as T;
}

function options(one: Pick<Case, "plugins" | "falcoVersion">): LoadOptions {
  // The cases were run with the container plugin alone, where Falco brings it, if not said otherwise.
  const { falcoVersion = "0.45.0-dev" } = one;
  return one.plugins === "all" ? { falcoVersion, plugins: [...plugins.keys()] } : { falcoVersion };
}

function files(one: { readonly files: readonly string[] }) {
  return one.files.map((text, index) => ({ name: `rules-${index}.yaml`, text }));
}

/** What Falco would say of the files, in the shape of the cases. Errors beyond the first are ours alone. */
function said(result: LoadResult) {
  return result.files.map(({ errors, warnings }) => {
    const falcos = errors.filter(({ ours }) => !ours);
    const entry = (diagnostic: (typeof errors)[number] | (typeof warnings)[number]): Said => ({
      code: diagnostic.code,
      item_type: diagnostic.itemType,
      item_name: diagnostic.itemName,
      line: diagnostic.position.line,
      column: diagnostic.position.column,
    });
    return { successful: falcos.length === 0, errors: falcos.map(entry), warnings: warnings.map(entry) };
  });
}

const withoutLocations = (results: ReturnType<typeof said>) =>
  results.map(({ successful, errors, warnings }) => {
    const item = ({ code, item_type, item_name }: Said) => ({ code, item_type, item_name });
    return { successful, errors: errors.map(item), warnings: warnings.map(item) };
  });

const counts = new Map<string, Record<"cases" | "verdict" | "items" | "positions", number>>();

// The last are what random files brought to light.
for (const name of [
  "conditions",
  "conditions-generated",
  "rules-files",
  "structures-generated",
  "plugins",
  "differential",
  "versions",
]) {
  const cases = read<Case[]>(name);
  const count = { cases: cases.length, verdict: 0, items: 0, positions: 0 };
  counts.set(name, count);
  suite(`Falco's verdict: ${name}`, () => {
    test.each(cases.map((one) => [one.id, one] as const))("%s", (_, one) => {
      const result = load(files(one), options(one));
      expect(result.loads).toBe(one.expect.loads);
      count.verdict++;
      const expected = one.expect.results ?? said(result);
      expect(withoutLocations(said(result))).toEqual(withoutLocations(expected as ReturnType<typeof said>));
      count.items++;
      expect(said(result)).toEqual(expected);
      count.positions++;
    });
  });
}

interface Described extends Pick<Case, "id" | "files" | "plugins" | "falcoVersion"> {
  readonly describe: Record<"rules" | "macros" | "lists", readonly Record<string, unknown>[]>;
}

/** A long list of events is kept as its length and the hash of its names. */
function events(names: readonly string[], expected: unknown): unknown {
  if (Array.isArray(expected)) return names;
  return { count: names.length, sha256: createHash("sha256").update(names.join("\n")).digest("hex") };
}

/** The description in the shape of the cases, which keep some of it. */
function reduced(
  { rules, macros, lists }: Description,
  expected: Described["describe"],
): Described["describe"] {
  const only = (all: Record<string, unknown>, like: Record<string, unknown> = {}) =>
    Object.fromEntries(Object.keys(like).map((key) => [key, all[key]]));
  return {
    rules: rules.map(({ info, details }, i) => ({
      name: info.name,
      enabled: info.enabled,
      priority: info.priority,
      source: info.source,
      tags: info.tags,
      output: info.output,
      conditionCompiled: details.condition_compiled,
      outputCompiled: details.output_compiled,
      conditionFields: details.condition_fields,
      conditionOperators: details.condition_operators,
      outputFields: [...details.output_fields].sort(),
      events: events(details.events, expected.rules[i]?.events),
      exceptionNames: details.exception_names,
      exceptionFields: details.exception_fields,
      exceptionOperators: details.exception_operators,
      lists: details.lists,
      macros: details.macros,
    })),
    macros: macros.map(({ info, details }, i) =>
      only(
        {
          name: info.name,
          used: details.used,
          conditionCompiled: details.condition_compiled,
          events: events(details.events, expected.macros[i]?.events),
          macros: details.macros,
          lists: details.lists,
        },
        expected.macros[i],
      ),
    ),
    lists: lists.map(({ info, details }, i) =>
      only(
        { name: info.name, used: details.used, lists: details.lists, itemsCompiled: details.items_compiled },
        expected.lists[i],
      ),
    ),
  };
}

const described = { cases: 0, equal: 0 };

suite("Falco's view of what it loads", () => {
  const more = ["differential", "versions"].flatMap((name) => read<(Case & Partial<Described>)[]>(name));
  const cases = [
    ...read<Described[]>("describe"),
    ...more.filter((one): one is Case & Described => one.describe !== undefined),
  ];
  described.cases = cases.length;
  test.each(cases.map((one) => [one.id, one] as const))("%s", (_, one) => {
    const description = describe(files(one), options(one));
    expect(description).toBeDefined();
    const { rules, ...rest } = one.describe;
    const sortedRules = rules.map((rule) => ({
      ...rule,
      outputFields: [...(rule.outputFields as string[])].sort(),
    }));
    expect(reduced(description!, one.describe)).toEqual({ rules: sortedRules, ...rest });
    described.equal++;
  });
});

afterAll(() => {
  const lines = [...counts].map(([name, { cases, verdict, items, positions }]) =>
    [name.padEnd(22), cases, verdict, items, positions].join("\t"),
  );
  console.log(
    [
      "conformance with Falco\tcases\tverdict\titems\tpositions",
      ...lines,
      `${"describe".padEnd(22)}\t${described.cases}\t${described.equal} equal`,
    ].join("\n"),
  );
});
