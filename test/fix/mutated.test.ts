import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { keepsMeaning } from "../../src/fix/meaning.ts";
import type { Finding } from "../../src/lint/index.ts";
import { fixed, readingOf } from "./project.ts";

/** Real rules: those of the reference deployment, by items, with the lists and macros that they need in front. */
const { rules, definitions } = realItems();

function realItems() {
  const configMap = parseAllDocuments(readFileSync("policies/falco/falco-rules-compliance.yaml", "utf8"));
  const text = String(configMap[0]!.getIn(["data", "10-compliance.yaml"]));
  const items = text.split(/\n(?=- )/).map((item) => `${item.trimEnd()}\n`);
  return {
    rules: items.filter((item) => item.startsWith("- rule:")),
    definitions: new Map(
      items.flatMap((item) => {
        const name = /^- (?:list|macro): (\S+)/.exec(item)?.[1];
        return name === undefined ? [] : [[name, item] as const];
      }),
    ),
  };
}

/** A rule with all that its condition leads to, in the order of the file. */
function whole(picked: readonly string[]): string[] {
  const needed = new Set<string>();
  const visit = (text: string): void => {
    for (const [name] of text.matchAll(/\bfcv_\w+/g)) {
      const definition = definitions.get(name);
      if (definition === undefined || needed.has(name)) continue;
      needed.add(name);
      visit(definition);
    }
  };
  for (const rule of picked) visit(rule);
  return [...[...definitions].flatMap(([name, text]) => (needed.has(name) ? [text] : [])), ...picked];
}

/** What people write, each in place of what stands there; what does not stand there stays. */
const slips: readonly (readonly [RegExp, string])[] = [
  [/^ {2}priority: WARNING$/gm, "  priority: warn # asked for"],
  [/^ {2}priority: (\w)(\w+)$/gm, '  priority: "$1$2"'],
  [/^ {2}condition: >$/gm, "  condition: >-"],
  [/^( {2}condition: (?:>-?\n +)?)(?=\w)/gm, "$1evt.type in (open, openat, open) and "],
  [/^( {2}condition: (?:>-?\n +)?)(?=\w)/gm, '$1not proc.name in (cat, cat, "cat") and '],
  [/^( {2}condition: (?:>-?\n +)?)(?=\w)/gm, "$1container.id != host and "],
  [/^( {2}condition: (?:>-?\n +)?)(?=\w)/gm, "$1proc.nmae != sh and "],
  [/^( {2}condition: (?:>-?\n +)?)(?=\w)/gm, "$1not proc.name regex ^sh$ and "],
  [/^( {2}condition: (?:>-?\n +)?)(?=\w)/gm, "$1not fd.ip in (198.51.100.7, 203.0.113.9) and "],
  [/items: \[([^,\]]+)/g, "items: [$1, $1"],
  [/^ {2}tags:\s+\[/gm, "  tags: [T1059_004, t1071, "],
  [/^ {2}output: /gm, "  outptu: # a slip\n  output: "],
  [/^- rule: (.*)$/gm, "# keep me\n- rule: $1 # and me"],
];

const addition = `
- rule: Added
  desc: Added by hand
  condition: evt.type = connect and fd.ip in (198.51.100.7, 203.0.113.9) and container.id != ''
  output: Added (file=%fd.name)
  priority: warn
  tags: &tags [network, T1071]

- rule: Added
  append: true # the old way
  condition: and not proc.name in (curl, curl)

- list: added
  items: [a, 'b', "b"]

- rule: Flow
  {desc: In braces, condition: "evt.type = open and evt.dir = < and proc.name = cat", output: x (%fd.name), priority: Notice, tags: *tags}
`.replace("- rule: Flow\n  {", "- {rule: Flow, ");

const indented = (text: string) => text.replace(/^(?=.)/gm, "    ");
const forms: Readonly<Record<string, (rules: string) => string>> = {
  file: (rules) => rules,
  "file of Windows": (rules) => rules.replaceAll("\n", "\r\n"),
  "without an end": (rules) => rules.trimEnd(),
  ConfigMap: (rules) =>
    `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: rules} # stays\ndata:\n  rules.yaml: |\n${indented(rules)}  other: "x"\n`,
  "ConfigMap of Windows": (rules) =>
    `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: rules}\ndata:\n  rules.yaml: |-\n${indented(rules)}  other: "x"\n`.replaceAll(
      "\n",
      "\r\n",
    ),
  stringData: (rules) =>
    `apiVersion: v1\nkind: Secret\nmetadata: {name: rules}\nstringData:\n  rules.yaml: ${JSON.stringify(rules)}\n  other: 'x' # stays\n`,
  values: (rules) =>
    `driver: {kind: modern_ebpf} # stays\ncustomRules:\n  rules.yaml: |-\n${indented(rules)}tty: true\n`,
};

const sample = fc.record({
  picked: fc.uniqueArray(fc.nat({ max: rules.length - 1 }), { minLength: 1, maxLength: 3 }),
  slips: fc.uniqueArray(fc.nat({ max: slips.length - 1 }), { maxLength: 5 }),
  hasAddition: fc.boolean(),
  form: fc.constantFrom(...Object.keys(forms)),
  unsafe: fc.boolean(),
});

/** A message quotes what it is about, which another fix may have changed. */
const keyOf = ({ rule, message }: Finding) => `${rule}: ${message.replace(/`[^`]*`/g, "")}`;
const isRefusal = ({ falcoCode, rule }: Finding) =>
  falcoCode?.startsWith("LOAD_ERR") === true || rule.startsWith("yaml/");

test("whatever is written, fixes end, take away what they are for, bring nothing else and keep the rest", async () => {
  await fc.assert(
    fc.asyncProperty(sample, async ({ picked, slips: chosen, hasAddition, form, unsafe }) => {
      let text = whole(picked.map((index) => rules[index]!)).join("\n");
      for (const index of chosen) text = text.replace(...slips[index]!);
      const content = forms[form]!(hasAddition ? text + addition : text);
      const before = await readingOf(new Map([["x.yaml", content]]));
      const result = await fixed({ "x.yaml": content }, { unsafe });
      const after = result.texts["x.yaml"]!;

      // A fix that calls itself safe is: none has to be taken back.
      if (!unsafe) expect(result.refused.map(keyOf)).toEqual([]);
      expect((await fixed({ "x.yaml": after }, { unsafe })).texts["x.yaml"]).toBe(after);
      // What Falco did not load before says more when it does.
      if (!before.findings.some(isRefusal)) {
        const left = before.findings.map(keyOf);
        const come = result.reading.findings.map(keyOf).filter((key) => {
          const index = left.indexOf(key);
          if (index >= 0) left.splice(index, 1);
          return index < 0;
        });
        if (!unsafe) expect(come).toEqual([]);
        expect(result.reading.findings.filter(isRefusal)).toEqual([]);
      }
      if (!unsafe) expect(keepsMeaning(before.rulesets, result.reading.rulesets)).toBe(true);
      expectRest(content, after);
    }),
    { numRuns: Number(process.env.FIX_RUNS ?? 12), seed: 16, endOnFailure: true },
  );
}, 600_000);

/** Comments, anchors and line ends are there as they were, and what stands around the rules. */
function expectRest(before: string, after: string): void {
  const comments = (text: string) =>
    text.match(/# (?:asked for|keep me|and me|the old way|a slip|stays)/g) ?? [];
  expect(comments(after)).toEqual(comments(before));
  const anchors = (text: string) => text.match(/[&*]tags\b/g) ?? [];
  expect(anchors(after)).toEqual(anchors(before));
  if (before.includes("\r\n")) expect(after.replaceAll("\r\n", "")).not.toContain("\n");
  else expect(after).not.toContain("\r");
  const around = (text: string) => {
    const root = parseAllDocuments(text)[0]!.toJS() as Record<string, unknown>;
    const { data: _, stringData: __, customRules: ___, ...rest } = root;
    return rest;
  };
  if (!before.startsWith("- ")) expect(around(after)).toEqual(around(before));
}
