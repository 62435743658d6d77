import { describe, expect, test } from "vitest";
import { type Diagnostic, type LoadOptions, load, print, validate } from "../../../src/falco/index.ts";

function files(...texts: readonly string[]) {
  return texts.map((text, index) => ({ name: `rules-${index}.yaml`, text }));
}

/** A diagnostic as a terminal shows it, with the line at fault. */
function shown({ code, message, ours, span, fileIndex }: Diagnostic, texts: readonly string[]): string {
  const text = texts[fileIndex]!;
  const lineStart = text.lastIndexOf("\n", span.start - 1) + 1;
  const line = text.slice(lineStart).split("\n", 1)[0]!;
  const caret = " ".repeat(span.start - lineStart) + "^".repeat(Math.max(1, span.end - span.start));
  return `${ours ? "then " : ""}${code}: ${message}\n  ${line}\n  ${caret.slice(0, line.length + 1)}`;
}

/** All that is said of the files, one after the other. */
function report(texts: readonly string[], options: LoadOptions = {}): string {
  const { files: results } = load(files(...texts), options);
  return results
    .flatMap(({ errors, warnings }) => [...errors, ...warnings])
    .map((diagnostic) => shown(diagnostic, texts))
    .join("\n");
}

const rule = (condition: string, more = "") =>
  `- rule: R\n  desc: d\n  condition: ${condition}\n  output: "%proc.name"\n  priority: WARNING\n${more}`;

describe("diagnostics", () => {
  test("point at the token through all kinds of scalars, past the first error too", () => {
    const text = `- list: shells
  items: [bash, sh, "two words"]
- macro: spawned
  condition: evt.type in (execve, execveat) and proc.pname != init
- rule: Folded
  desc: d
  condition: >
    spawned and
    proc.nam = bash
    and fd.sip in (shells)
  output: "started %proc.nme by %user.name"
  priority: WARNING
- rule: Literal
  desc: d
  condition: |
    evt.type = opne
      and proc.name startswith a
  output: x
  priority: WARNING
- rule: Single
  desc: d
  condition: 'proc.name = ''a b'' and proc.pid = x1'
  output: x
  priority: WARNING
- rule: Double
  desc: d
  condition: "proc.name = \\"a\\" and user.uid = root"
  output: x
  priority: WARNING
- rule: Plain
  desc: d
  condition: evt.type = open and
    (spwned or fd.sport = htps)
  output: "%proc.aname[2] %nosuch.field"
  priority: WARN
- rule: Double
  condition: and fd.net = 10.0.0.0
  override:
    condition: append
`;
    expect(report([text])).toMatchSnapshot();
  });

  test("name what was likely meant, and where a field is that is not here", () => {
    const conditions = [
      "proc.nmae = a",
      "ka.verb = create",
      "proc.aargs[1] = a",
      "container.name = a",
      "evt.arg.flgs = a",
      "proc.aname[x] = a",
      "proc.name > abc",
      "fd.sip = 10.0.0.0/8",
      "proc.name = val(proc.pid)",
      "proc.name regex \\d+",
      "shells",
      "proc.name bcontains 0a",
    ];
    const said = conditions.map((condition) => {
      const text = `- list: shells\n  items: [sh]\n${rule(condition)}`;
      const old = condition.startsWith("proc.aargs") || condition.startsWith("container");
      return report(
        [text],
        old ? { falcoVersion: condition.startsWith("proc") ? "0.40.0" : "0.41.0", plugins: [] } : {},
      );
    });
    expect(said.join("\n")).toMatchSnapshot();
  });

  test("of the structure of items", () => {
    const items = [
      "- rule: R\n",
      "- rul: R\n  desc: d\n",
      "- macro: m\n",
      "- list: l\n  items: a\n",
      rule("evt.type = open", "  tag: [a]\n  priority: LOW\n"),
      rule("evt.type = open", "  enabled: maybe\n"),
      rule("evt.type = open", "- rule: S\n  enabled: false\n"),
      rule("evt.type = open", "- rule: R\n  condition: and proc.name = a\n  append: true\n"),
      rule("evt.type = open", "- rule: R\n  condition: and proc.name = a\n  override:\n    condition: add\n"),
      rule("evt.type = open", "- rule: R\n  output: x\n  override:\n    condition: append\n"),
      rule(
        "evt.type = open",
        "  exceptions:\n    - name: e\n      fields: [proc.name]\n      comps: [=, =]\n",
      ),
      rule("evt.type = open", "  exceptions:\n    - name: e\n      fields: proc.nme\n      values: [a]\n"),
      rule(
        "evt.type = open",
        "  exceptions:\n    - name: e\n      fields: [proc.name]\n      values: [[a, b]]\n",
      ),
      rule("evt.type = open", "  source: syscalls\n"),
      "- required_engine_version: 0.99.0\n",
      "- required_plugin_versions:\n    - name: k8saudit\n      version: 0.7.0\n",
      "- rule: [R\n",
      "a: b\n",
    ];
    expect(items.map((item) => report([item])).join("\n")).toMatchSnapshot();
  });

  test("of a list in the place of a macro point at its name, whatever its values break", () => {
    const texts = ["[a]", "[a, b]", "[]"].map(
      (items) => `- list: shells\n  items: ${items}\n${rule("evt.type = open and (shells)")}`,
    );
    for (const text of texts) {
      const [error] = load(files(text)).files[0]!.errors;
      expect(error?.message).toBe("`shells` is a list; write `FIELD in (shells)`");
      expect(text.slice(error!.span.start, error!.span.end)).toBe("shells");
    }
  });

  test("of an item tell of all of its values that are wrong", () => {
    const text = `- rule: R
  desc:
  condition: proc.nmae = a
  output: "%proc.name"
  priority: WARNNG
  enabled: maybe
  tags: one
- list: l
  items: none
- rule: R
  priority: high
  tags: two
  override: {priority: replace, tags: append}
`;
    expect(report([text])).toMatchSnapshot();
  });

  test("are in the shape in which Falco prints them", () => {
    const result = validate(files(rule("proc.nmae = a and evt.type = opne")));
    expect(result).toMatchSnapshot();
  });
});

test("a field of another source is told to be one, with what the rule's own source has in its place", () => {
  const text = rule("ka.verb = get and k8s.ns.name = payroll", "  source: k8s_audit\n").replace(
    "%proc.name",
    "%ka.verb",
  );
  const plugins = ["container", "json", "k8saudit"];
  expect(report([text], { plugins }).split("\n")[0]).toBe(
    "LOAD_ERR_COMPILE_CONDITION: `k8s.ns.name` is a field of source `syscall`, and the rule's source is `k8s_audit`; write `ka.target.namespace`",
  );
});

describe("definitions", () => {
  const upstream = `- macro: spawned
  condition: evt.type in (execve, execveat)
- list: shells
  items: [bash, sh]
- rule: Shell
  desc: A shell
  condition: spawned and proc.name in (shells)
  output: "shell %proc.name"
  priority: NOTICE
  tags: [b, a]
  exceptions:
    - name: parents
      fields: [proc.pname, proc.name]
      comps: [=, in]
      values: [[cron, [sh]]]
`;
  const local = `- list: shells
  items: [zsh]
  override:
    items: append
- rule: Shell
  condition: and user.uid = 0
  tags: [c]
  priority: CRITICAL
  enabled: false
  override:
    condition: append
    tags: append
    priority: replace
    enabled: replace
- rule: Shell
  exceptions:
    - name: parents
      values: [[make, bash]]
  override:
    exceptions: append
`;

  test("are what all items together make of them", () => {
    const { loads, rules, macros, lists } = load(files(upstream, local));
    expect(loads).toBe(true);
    const [shell] = rules;
    expect(shell).toMatchObject({
      name: "Shell",
      priority: "Critical",
      enabled: false,
      loaded: true,
      source: "syscall",
      outputFields: ["proc.name"],
      external: false,
    });
    expect(shell!.tags.map(({ text }) => text)).toEqual(["a", "b", "c"]);
    expect(shell!.parts.map(({ action, fileIndex }) => [action, fileIndex])).toEqual([
      ["define", 0],
      ["append", 1],
      ["replace", 1],
      ["append", 1],
    ]);
    expect(print(shell!.condition!)).toBe("(spawned and proc.name in (shells) and user.uid = 0)");
    expect(print(shell!.resolved!)).toBe(
      "((evt.type in (execve, execveat) and proc.name in (bash, sh, zsh) and user.uid = 0) and " +
        "not ((proc.pname = cron and proc.name in (sh)) or (proc.pname = make and proc.name in (bash))))",
    );
    expect([...shell!.eventTypes!].sort()).toEqual(["execve", "execveat"]);
    expect(lists[0]!.values.map(({ text }) => text)).toEqual(["bash", "sh", "zsh"]);
    expect(macros[0]).toMatchObject({ name: "spawned", used: true });
  });

  test("lead from each part of a condition to its file", () => {
    const texts = [upstream, local];
    const { rules } = load(files(...texts));
    const { condition, text, resolved, expanded } = rules[0]!;
    const source = (from: typeof text, span: { start: number; end: number }) => {
      const location = from.locate(span)!;
      return `${location.fileIndex}: ${texts[location.fileIndex]!.slice(location.span.start, location.span.end)}`;
    };
    if (condition?.kind !== "and" || resolved?.kind !== "and") throw new Error("expected and");
    expect(condition.children.map((child) => source(text, child.span))).toEqual([
      "0: spawned",
      "0: proc.name in (shells)",
      "1: user.uid = 0",
    ]);
    const [main, exceptions] = resolved.children;
    if (main?.kind !== "and" || exceptions?.kind !== "not" || exceptions.child.kind !== "or")
      throw new Error("expected the condition and its exceptions");
    const check = main.children[1]!;
    if (check.kind !== "comparison" || check.right.kind !== "list") throw new Error("expected a check");
    expect(check.right.values.map((value) => source(expanded, value.span))).toEqual([
      "0: bash",
      "0: sh",
      "1: zsh",
    ]);
    const [, second] = exceptions.child.children;
    if (second?.kind !== "and" || second.children[1]?.kind !== "comparison") throw new Error("expected and");
    expect(source(expanded, second.children[1].right.span)).toBe("1: bash");
  });

  test("in files that are not at hand are taken as they are", () => {
    const known = {
      rules: [{ name: "Shell" }],
      macros: [{ name: "spawned" }],
      lists: [{ name: "addresses" }],
    };
    const { files: results, rules } = load(
      files(
        `${rule("spawned and fd.sip in (addresses)")}- rule: Shell\n  enabled: false\n  override: {enabled: replace}\n`,
      ),
      { known },
    );
    expect(results[0]!.errors).toEqual([]);
    expect(rules.map(({ name, external, enabled, loaded }) => ({ name, external, enabled, loaded }))).toEqual(
      [
        { name: "Shell", external: true, enabled: false, loaded: true },
        { name: "R", external: false, enabled: true, loaded: true },
      ],
    );
  });

  test("that take the place of some in files that are not at hand may be used there", () => {
    const known = { macros: [{ name: "a" }, { name: "b" }], lists: [{ name: "c" }] };
    const text = `- macro: a
  condition: proc.name = x
- macro: a
  condition: proc.name = y
- macro: b
  condition: or proc.name = z
  override: {condition: append}
- list: c
  items: [x]
- macro: own
  condition: proc.name = x
- list: mine
  items: [x]
`;
    const { files: results, macros } = load(files(text), { known });
    expect(results[0]!.warnings.map(({ message }) => message)).toEqual([
      "no rule and no macro uses macro `own`",
      "no condition and no list uses list `mine`",
    ]);
    expect(macros.map(({ name, elsewhere }) => [name, elsewhere])).toEqual([
      ["a", true],
      ["b", false],
      ["own", false],
    ]);
  });

  test("of the user's own plugins are checked with the fields that are declared", () => {
    const fields = [{ name: "my.count", type: "uint64", source: "mine" }] as const;
    const text = rule("my.count > 3", "  source: mine\n").replace("%proc.name", "%my.count");
    expect(load(files(text), { fields }).loads).toBe(true);
    expect(report([text.replace("> 3", "contains 3")], { fields })).toContain("`contains` does not work");
  });

  test("that would grow beyond bounds end in an error", () => {
    const doubling = Array.from(
      { length: 40 },
      (_, i) => `- macro: m${i}\n  condition: ${i === 0 ? "proc.name = a" : `(m${i - 1} or m${i - 1})`}\n`,
    ).join("");
    const lists = Array.from(
      { length: 40 },
      (_, i) => `- list: l${i}\n  items: [${i === 39 ? "a" : `l${i + 1}, l${i + 1}`}]\n`,
    ).join("");
    expect(report([doubling + rule("m39")])).toContain("expand to too much");
    expect(report([lists + rule("proc.name in (l0)")])).toContain("too many items");
    const anchors = Array.from(
      { length: 30 },
      (_, i) => `- &a${i} [${i === 0 ? "x" : `*a${i - 1}, *a${i - 1}`}]\n`,
    );
    expect(report([anchors.join("")])).toContain("repeat too much");
    const [error] = load(files(rule(`${"proc.".repeat(1000)}name = a`))).files[0]!.errors;
    expect(error!.message.length).toBeLessThan(600);
  });
});
