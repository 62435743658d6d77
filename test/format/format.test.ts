import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { load, parse, print } from "../../src/falco/index.ts";
import { formatConditions, layOutCondition } from "../../src/format/index.ts";
import { at, items, readProject, Text, text as textOf } from "../../src/project/index.ts";

/** A file with its conditions laid out. */
function formatted(text: string, file = "rules.yaml"): string {
  const { sources } = readProject({ texts: [new Text(file, text)], skipped: [] });
  return sources
    .flatMap(formatConditions)
    .sort((a, b) => b.span.start - a.span.start)
    .reduce(
      (now, { span, replacement }) => now.slice(0, span.start) + replacement + now.slice(span.end),
      text,
    );
}

function read(...names: readonly string[]): readonly { readonly files: readonly string[] }[] {
  return names.flatMap((name) =>
    JSON.parse(readFileSync(new URL(`../conformance/falco/${name}.json`, import.meta.url), "utf8")),
  );
}

describe("the conformance cases", () => {
  test("have conditions that compile to the same in every width, and that a second layout does not change", () => {
    const texts = new Set(
      read("conditions", "conditions-generated", "rules-files").flatMap(({ files }) => {
        const { sources } = readProject({
          texts: files.map((text) => new Text("rules.yaml", text)),
          skipped: [],
        });
        const found = sources.flatMap(({ documents }) => documents).flatMap(({ root }) => items(root));
        return found.flatMap((item) => textOf(at(item, "condition")) ?? []);
      }),
    );
    const wrong: string[] = [];
    let laidOut = 0;
    for (const text of texts) {
      const { condition } = parse(text);
      if (condition === undefined) continue;
      laidOut++;
      for (const width of [20, 100]) {
        const lines = layOutCondition(text, width)?.join("\n");
        const after = lines === undefined ? undefined : parse(lines).condition;
        const again = lines === undefined ? undefined : layOutCondition(lines, width)?.join("\n");
        if (after === undefined || print(after) !== print(condition) || again !== lines) wrong.push(text);
      }
    }
    expect(wrong).toEqual([]);
    expect(laidOut).toBeGreaterThan(800);
  });

  test("have files that Falco compiles to the same, once and for all", () => {
    const compiled = (texts: readonly string[]) => {
      const { loads, rules, macros } = load(texts.map((text, index) => ({ name: `${index}.yaml`, text })));
      const conditions = [...rules, ...macros].map(({ name, resolved }) => [
        name,
        resolved && print(resolved),
      ]);
      return JSON.stringify([loads, conditions]);
    };
    let changed = 0;
    const wrong: string[] = [];
    for (const { files } of read("rules-files", "structures-generated")) {
      const after = files.map((text) => formatted(text));
      if (after.every((text, index) => text === files[index])) continue;
      changed++;
      const isStable = after.every((text) => formatted(text) === text);
      if (!isStable || compiled(after) !== compiled(files)) wrong.push(files.join("---\n"));
    }
    expect(wrong).toEqual([]);
    expect(changed).toBeGreaterThan(20);
  });
});

test("sets blanks between words and breaks long conditions at what joins them", () => {
  const before = `# Falco's own style
- rule: Long   # a name
  desc: d
  condition: evt.type in(open,openat,openat2) and fd.name startswith /etc and (proc.name=bash or proc.name = sh or (proc.name startswith "a b" and not( proc.pname in (one, two)))) and not user.name=root and container.id!=host
  # the output
  output: x
  priority: NOTICE
- macro: short   
  condition: "proc.name='a b'and fd.num>=3"   # why
- macro: folded
  condition: >   # header
    evt.type = open
          and proc.name = cat

  # behind
- list: values
  items: [a,b]
`;
  expect(formatted(before)).toBe(`# Falco's own style
- rule: Long   # a name
  desc: d
  condition: >-
    evt.type in (open, openat, openat2)
    and fd.name startswith /etc
    and (proc.name = bash
      or proc.name = sh
      or (proc.name startswith "a b" and not (proc.pname in (one, two))))
    and not user.name = root
    and container.id != host
  # the output
  output: x
  priority: NOTICE
- macro: short   
  condition: "proc.name = 'a b' and fd.num >= 3"   # why
- macro: folded
  condition: >   # header
    evt.type = open and proc.name = cat

  # behind
- list: values
  items: [a,b]
`);
});

test("breaks parentheses and lists that are too long for a line", () => {
  expect(
    layOutCondition(
      "evt.type = open and not (proc.name in (aaaaaaaa, bbbbbbbb, cccccccc) or fd.num = 1 and a)",
      34,
    ),
  ).toEqual([
    "evt.type = open",
    "and not (proc.name in (aaaaaaaa,",
    "      bbbbbbbb,",
    "      cccccccc)",
    "  or fd.num = 1 and a)",
  ]);
});

test("leaves alone what is no condition, or cannot be written otherwise", () => {
  for (const text of [
    "- rule: R\n  condition: and   proc.name=x\n  append: true\n",
    "- rule: R\n  condition: proc.name =\n",
    "- {rule: R, condition: 'evt.type=open and ' }\n",
    "- rule: R\n  condition: >2\n      evt.type=open\n",
    "- macro: m\n  condition: &c evt.type = open\n- macro: n\n  condition: *c\n",
  ])
    expect(formatted(text)).toBe(text);
});

test("does not make a comment of a value", () => {
  expect(formatted("- macro: m\n  condition: fd.name=#x and a\n")).toBe(
    "- macro: m\n  condition: >-\n    fd.name = #x and a\n",
  );
});

test("keeps the indentation and the line ends of the file around", () => {
  const configMap = `apiVersion: v1
kind: ConfigMap
metadata: {name: rules}
data:
  own.yaml: |
    - macro: opens
      condition: evt.type in (open,openat) and fd.name startswith /var/lib/some/long/path and proc.name=cat and user.name=root
    - list: l
      items: []
`;
  const after = formatted(configMap);
  expect(after).toContain(
    "      condition: >-\n        evt.type in (open, openat)\n        and fd.name startswith /var/lib/some/long/path\n        and proc.name = cat\n        and user.name = root\n    - list: l\n",
  );
  expect(formatted(configMap.replaceAll("\n", "\r\n"))).toBe(after.replaceAll("\n", "\r\n"));
});
