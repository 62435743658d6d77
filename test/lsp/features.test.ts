import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CompletionItem, Location, TextEdit } from "vscode-languageserver";
import { Editor } from "./editor.ts";

const rules = `- list: shells
  items: [bash, sh]

- macro: shell
  condition: proc.name in (shells, zsh)

- rule: Shell started
  desc: A shell starts.
  condition: >
    evt.type = execve
    and shell and not proc.pname in (shells)
  output: "Shell %proc.name in %container.name"
  priority: WARNING
  tags: [SOC2_CC6.8, T1059]
`;
/** Two things with a safe fix each. */
const deprecated = `- rule: Old way
  desc: A rule that is appended to.
  condition: evt.type = open
  output: "Old %proc.cmdline %user.name %container.id %fd.name"
  priority: NOTICE
- rule: Old way
  append: true
  condition: and proc.name = a
- rule: Old way
  append: true
  condition: and proc.name = b
`;
const files = {
  "old/deprecated.yaml": deprecated,
  "falco.yaml":
    "json_output: true\nengine:\n  kind: modern_ebpf\npriority: debug\nrules_files: [/etc/falco/rules.d]\nhttp_output:\n  enabled: true\n",
  "values.yaml":
    "driver:\n  kind: modern_ebpf\nfalco:\n  json_output: true\ncollectors:\n  enabled: true\ncustomRules:\n  own.yaml: |-\n    - macro: closes\n      condition: evt.type = close\n",
  "umbrella/values.yaml": "falco:\n  driver:\n    kind: modern_ebpf\n  falco:\n    json_output: true\n",
  "rules.yaml": rules,
  "later.yaml": "- rule: Shell started\n  enabled: true\n  override: {enabled: replace}\n",
  "configmap.yaml": `apiVersion: v1
kind: ConfigMap
metadata: {name: falco-rules}
data:
  own.yaml: |
    - macro: opens
      condition: evt.type in (open, openat)
    - rule: File opened
      desc: A file is opened.
      condition: opens and fd.name = /etc/shadow
      output: Opened %fd.name
      priority: NOTICE
`,
  "matrix.yaml":
    "version: 1\nframeworks: [{id: soc2}]\ncontrols:\n  soc2:\n    CC6.8: [Shell started]\n    CC7.2:\n      rules:\n        - Shell started\n",
  "tests.yaml":
    "rules: [rules.yaml]\ntests:\n  - rule: Shell started\n    fires:\n      - name: bash\n        event: {evt.type: execve, proc.name: bash}\n",
  "runbook.md": "---\nrules:\n  - Shell started\ncontrols:\n  soc2: [CC6.8]\n---\n# Shell\n",
};

let editor: Editor;
beforeAll(async () => {
  editor = new Editor().write(files);
  await editor.start();
  for (const file of Object.keys(files)) await editor.open(file);
}, 60_000);
afterAll(async () => {
  expect(await editor.stop()).toBe(0);
});

/** Locations as `file:line:character`, from 0. */
function places(locations: readonly Location[]): string[] {
  return locations
    .map(({ uri, range }) => `${uri.split("/").pop()}:${range.start.line}:${range.start.character}`)
    .sort();
}

/** The text of a file after edits. */
function applied(file: string, edits: readonly TextEdit[]): string {
  const lines = editor.text(file).split("\n");
  const offset = ({ line, character }: TextEdit["range"]["start"]) =>
    lines.slice(0, line).join("\n").length + (line === 0 ? 0 : 1) + character;
  return [...edits]
    .sort((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce(
      (text, { range, newText }) =>
        text.slice(0, offset(range.start)) + newText + text.slice(offset(range.end)),
      editor.text(file),
    );
}

async function labels(file: string, marked: string): Promise<string[]> {
  const items: CompletionItem[] = await editor.at("textDocument/completion", file, marked);
  return items.map(({ label }) => label);
}

/** Completions where a text is written in the place of another. */
async function typed(file: string, before: string, marked: string): Promise<string[]> {
  await editor.replace(file, before, marked.replace("|", ""));
  try {
    return await labels(file, marked);
  } finally {
    await editor.replace(file, marked.replace("|", ""), before);
  }
}

async function hovered(file: string, marked: string): Promise<string | undefined> {
  return (await editor.at("textDocument/hover", file, marked))?.contents.value;
}

describe("hover", () => {
  test.each([
    [
      "a field",
      "rules.yaml",
      "proc.p|name",
      /\*\*proc.pname\*\*\n\nName of the parent process.*Example: `.*- of: the engine\n- type: a text \(CHARBUF\)/s,
    ],
    ["a field of an output", "rules.yaml", "%container.n|ame", /\*\*container.name\*\*/],
    [
      "an event type",
      "rules.yaml",
      "evt.type = exe|cve",
      /\*\*execve\*\*: an event type\n\nParameters: `evt.arg/,
    ],
    ["a macro", "rules.yaml", "and she|ll", /proc.name in \(bash, sh, zsh\)/],
    ["a list", "rules.yaml", "(shel|ls, zsh)", /\*\*shells\*\*: a list, 2 values\n\n```falco\nbash, sh\n/],
    [
      "a rule in a matrix",
      "matrix.yaml",
      "CC6.8: [Shell st|arted",
      /WARNING|Warning, events of syscall[\s\S]*Rung: \*\*\w+\*\*. Not \w+: /,
    ],
    [
      "a control of a matrix",
      "matrix.yaml",
      "CC6|.8",
      /\*\*SOC 2 CC6.8\*\*: .+\n\nSOC 2 .+, runtime: detect/,
    ],
    ["a control of a tag", "rules.yaml", "SOC2_CC|6.8", /\*\*SOC 2 CC6.8\*\*/],
    ["a control of a runbook", "runbook.md", "[CC|6.8]", /\*\*SOC 2 CC6.8\*\*/],
    ["a field in a ConfigMap", "configmap.yaml", "and fd.na|me", /\*\*fd.name\*\*/],
  ])("explains %s", async (_, file, marked, text) => {
    expect(await hovered(file, marked)).toMatch(text);
  });

  test("says nothing where there is nothing to say", async () => {
    expect(await hovered("rules.yaml", "A sh|ell starts")).toBeUndefined();
  });
});

describe("navigation", () => {
  test("finds where a macro, a list and a rule are defined", async () => {
    const definition = async (file: string, marked: string) =>
      places(await editor.at("textDocument/definition", file, marked));
    expect(await definition("rules.yaml", "and she|ll")).toEqual(["rules.yaml:3:9"]);
    expect(await definition("rules.yaml", "pname in (she|lls)")).toEqual(["rules.yaml:0:8"]);
    expect(await definition("runbook.md", "- Shell st|arted")).toEqual(["rules.yaml:6:8"]);
    expect(await definition("configmap.yaml", "condition: ope|ns")).toEqual(["configmap.yaml:5:13"]);
  });

  test("finds all places that name a thing, in files of every kind", async () => {
    const context = { includeDeclaration: true };
    const references = async (file: string, marked: string) =>
      places(await editor.at("textDocument/references", file, marked, { context }));
    expect(await references("rules.yaml", "list: she|lls")).toEqual([
      "rules.yaml:0:8",
      "rules.yaml:10:37",
      "rules.yaml:4:27",
    ]);
    expect(await references("tests.yaml", "rule: Shell st|arted")).toEqual([
      "later.yaml:0:8",
      "matrix.yaml:4:12",
      "matrix.yaml:7:10",
      "rules.yaml:6:8",
      "runbook.md:2:4",
      "tests.yaml:2:10",
    ]);
  });

  test("renames a rule in all of them, between quotes where it has to be", async () => {
    const { changes } = await editor.at("textDocument/rename", "rules.yaml", "rule: Shell st|arted", {
      newName: "Shell: started",
    });
    const file = (name: string) => applied(name, changes[editor.uri(name)]);
    expect(file("rules.yaml")).toContain('- rule: "Shell: started"\n');
    expect(file("matrix.yaml")).toContain(
      'CC6.8: ["Shell: started"]\n    CC7.2:\n      rules:\n        - "Shell: started"\n',
    );
    expect(file("tests.yaml")).toContain('  - rule: "Shell: started"\n');
    expect(file("runbook.md")).toContain('  - "Shell: started"\n');
    expect(file("later.yaml")).toContain('- rule: "Shell: started"\n');
  });

  test("renames a macro in a ConfigMap", async () => {
    const { changes } = await editor.at("textDocument/rename", "configmap.yaml", "macro: ope|ns", {
      newName: "opened",
    });
    expect(applied("configmap.yaml", changes[editor.uri("configmap.yaml")])).toContain(
      "    - macro: opened\n      condition: evt.type in (open, openat)\n    - rule: File opened\n      desc: A file is opened.\n      condition: opened and fd.name",
    );
  });

  test.each([
    ["shells", "list: she|lls", /There is a list|begins with a letter/, "9lives"],
    ["shell", "macro: she|ll", /has only letters, digits/, "a b"],
  ])("refuses a name of %s that is none", async (_, marked, message, newName) => {
    await expect(editor.at("textDocument/rename", "rules.yaml", marked, { newName })).rejects.toThrow(
      message,
    );
  });

  test("lists the symbols of a file and of the folder", async () => {
    const textDocument = { uri: editor.uri("rules.yaml") };
    const symbols = await editor.request("textDocument/documentSymbol", { textDocument });
    expect(symbols.map(({ name }: { name: string }) => name)).toEqual(["shells", "shell", "Shell started"]);
    const found = await editor.request("workspace/symbol", { query: "opened" });
    expect(places(found.map(({ location }: { location: Location }) => location))).toEqual([
      "configmap.yaml:7:12",
    ]);
    const folds = await editor.request("textDocument/foldingRange", { textDocument });
    expect(folds).toContainEqual({ startLine: 6, endLine: 13 });
    expect(folds).toContainEqual({ startLine: 8, endLine: 10 });
  });
});

describe("completion", () => {
  test.each([
    ["fields and macros", "and shell and not proc", "and shell and not pro|", ["proc.name", "shell"]],
    ["operators that the type has", "and shell and", "and evt.is_io | and", ["=", "!=", "exists"]],
    ["event types", "evt.type = execve", "evt.type = exec|", ["execve", "execveat"]],
    ["lists", "proc.pname in (shells)", "proc.pname in (s|)", ["shells"]],
    ["what joins checks", "and shell and", "and shell |", ["and", "or"]],
    ["parameters of the events", "and shell and", "and evt.arg.| and", ["evt.arg.filename"]],
    [
      "fields of an output",
      "%container.name",
      "%container.i|",
      ["container.id", "container.image.repository"],
    ],
    ["priorities", "priority: WARNING", "priority: W|", ["WARNING", "CRITICAL"]],
    ["tags of controls", "T1059]", "SOC2_CC7|]", ["SOC2_CC7.2", "mitre_execution"]],
    ["techniques", "T1059]", "T1|]", ["T1059.004", "T1611"]],
    ["keys that an item lacks", "  tags: [", "  enab|\n  tags: [", ["enabled", "exceptions"]],
  ])("offers %s", async (_, before, marked, expected) => {
    expect(await typed("rules.yaml", before, marked)).toEqual(expect.arrayContaining(expected));
  });

  test("offers no operator that the field's type does not have, and no parameter of another event", async () => {
    expect(await typed("rules.yaml", "and shell and", "and evt.is_io | and")).not.toContain("startswith");
    expect(await typed("rules.yaml", "and shell and", "and evt.arg.| and")).not.toContain("evt.arg.backlog");
    expect(await typed("rules.yaml", "  tags: [", "  enab|\n  tags: [")).not.toContain("priority");
  });

  test("offers names in other files", async () => {
    expect(await typed("matrix.yaml", "        - Shell started", "        - Sh|")).toContain("File opened");
    expect(await typed("matrix.yaml", "    CC7.2:", "    CC7.|\n    CC7.2:")).toContain("CC7.3");
    expect(await typed("tests.yaml", "rule: Shell started", "rule: F|")).toContain("File opened");
    expect(await typed("configmap.yaml", "and fd.name", "and ope|")).toContain("opens");
  });

  test.each([
    [
      "keys of falco.yaml",
      "falco.yaml",
      "json_output: true",
      "jso|",
      ["json_output", "rules_files", "engine"],
    ],
    ["keys below others", "falco.yaml", "  kind: modern_ebpf", "  k|", ["kind", "kmod", "modern_ebpf"]],
    ["words that a key takes", "falco.yaml", "kind: modern_ebpf", "kind: |", ["modern_ebpf", "kmod"]],
    ["true and false", "falco.yaml", "  enabled: true", "  enabled: |", ["true", "false"]],
    ["priorities of falco.yaml", "falco.yaml", "priority: debug", "priority: |", ["debug", "notice"]],
    [
      "keys of the chart's values",
      "values.yaml",
      "collectors:",
      "coll|\ncollectors:",
      ["collectors", "falco", "falcosidekick"],
    ],
    [
      "keys below others of the chart's",
      "values.yaml",
      "  enabled: true",
      "  en|",
      ["enabled", "kubernetes"],
    ],
    [
      "falco.yaml in the chart's values",
      "values.yaml",
      "  json_output: true",
      "  jso|",
      ["json_output", "engine"],
    ],
    [
      "falco.yaml below a dependency",
      "umbrella/values.yaml",
      "    json_output: true",
      "    jso|",
      ["json_output"],
    ],
    [
      "the chart's keys below a dependency",
      "umbrella/values.yaml",
      "  driver:",
      "  dri|\n  driver:",
      ["driver", "collectors"],
    ],
  ])("offers %s", async (_, file, before, marked, expected) => {
    expect(await typed(file, before, marked)).toEqual(expect.arrayContaining(expected));
  });

  test("offers no key of falco.yaml where it does not stand", async () => {
    const inEngine = await typed("falco.yaml", "  kind: modern_ebpf", "  k|");
    expect(inEngine).not.toContain("json_output");
    const ofChart = await typed("values.yaml", "collectors:", "coll|\ncollectors:");
    expect(ofChart).not.toContain("json_output");
    expect(await typed("values.yaml", "  kind: modern_ebpf", "  kind: |")).not.toContain("json_output");
  });

  test("puts what is chosen in the place of what is written", async () => {
    await editor.replace("rules.yaml", "evt.type = execve", "evt.ty");
    const items: CompletionItem[] = await editor.at("textDocument/completion", "rules.yaml", "evt.ty|");
    const item = items.find(({ label }) => label === "evt.type")!;
    const text = applied("rules.yaml", [item.textEdit as TextEdit]);
    await editor.replace("rules.yaml", "evt.ty", "evt.type = execve");
    expect(text).toContain("    evt.type\n    and shell");
    const resolved = await editor.request("completionItem/resolve", item);
    expect(resolved.documentation.value).toMatch(/^\*\*evt.type\*\*/);
  });
});

describe("actions", () => {
  const actionsAt = async (file: string, marked: string) => {
    const at = editor.position(file, marked);
    return await editor.request("textDocument/codeAction", {
      textDocument: { uri: editor.uri(file) },
      range: { start: at, end: at },
      context: { diagnostics: [] },
    });
  };

  test("applies the fix of a finding", async () => {
    await editor.replace("configmap.yaml", "= /etc/shadow", "= /etc/shad*");
    const code = "falco/wildcard-is-literal";
    await editor.until(() => editor.shown("configmap.yaml").some((shown) => shown.includes(code)));
    const [fix] = await actionsAt("configmap.yaml", "= /etc/sh|ad*");
    expect(fix).toMatchObject({ kind: "quickfix", isPreferred: false, diagnostics: [{ code }] });
    expect(applied("configmap.yaml", fix.edit.changes[editor.uri("configmap.yaml")])).toContain(
      "      condition: opens and fd.name glob /etc/shad*\n",
    );
    await editor.replace("configmap.yaml", "= /etc/shad*", "= /etc/shadow");
  });

  test("writes a test for the rule at hand, in a file of its own", async () => {
    const actions = await actionsAt("rules.yaml", "desc: A sh|ell");
    const action = actions.find(
      ({ title }: { title: string }) => title === 'Write a test for "Shell started"',
    );
    const { edit } = await editor.request("codeAction/resolve", action);
    const [created, written] = edit.documentChanges;
    expect(created).toEqual({ kind: "create", uri: editor.uri("shell-started-test.yaml") });
    expect(written.edits[0].newText).toMatch(
      /rules: \[rules.yaml, later.yaml\]\ntests:\n {2}- rule: Shell started\n {4}fires:\n/,
    );
  });

  test("applies all safe fixes at once, as an editor asks for it when a file is saved", async () => {
    await editor.open("old/deprecated.yaml");
    await editor.until(() => editor.shown("old/deprecated.yaml").length > 0);
    const ask = (only: readonly string[]) =>
      editor.request("textDocument/codeAction", {
        textDocument: { uri: editor.uri("old/deprecated.yaml") },
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
        context: { diagnostics: [], only },
      });
    const [action, ...others] = await ask(["source.fixAll"]);
    expect(others).toEqual([]);
    expect(action.kind).toBe("source.fixAll.falcoverage");
    expect(applied("old/deprecated.yaml", action.edit.changes[editor.uri("old/deprecated.yaml")])).toBe(
      deprecated.replaceAll("append: true", "override: {condition: append}"),
    );
    expect(await ask(["source.organizeImports"])).toEqual([]);
  });

  test("adds an exception behind the rule", async () => {
    const actions = await actionsAt("configmap.yaml", "desc: A fi|le");
    const action = actions.find(({ title }: { title: string }) => title.startsWith("Add an exception"));
    expect(applied("configmap.yaml", action.edit.changes[editor.uri("configmap.yaml")])).toContain(
      "      priority: NOTICE\n      exceptions:\n        - name: known_programs\n          fields: [",
    );
  });
});

test("colours the parts of conditions and the fields of outputs", async () => {
  const { data } = await editor.request("textDocument/semanticTokens/full", {
    textDocument: { uri: editor.uri("configmap.yaml") },
  });
  const lines = editor.text("configmap.yaml").split("\n");
  let line = 0;
  let character = 0;
  const seen: string[] = [];
  for (let i = 0; i < data.length; i += 5) {
    character = data[i] === 0 ? character + data[i + 1] : data[i + 1];
    line += data[i];
    seen.push(`${data[i + 3]} ${lines[line]!.slice(character, character + data[i + 2])}`);
  }
  expect(seen).toEqual([
    "2 evt.type",
    "4 in",
    "7 open",
    "7 openat",
    "1 opens",
    "0 and",
    "2 fd.name",
    "4 =",
    "7 /etc/shadow",
    "2 %fd.name",
  ]);
});

test("shows how far each rule gets, and on which events", async () => {
  const hints = await editor.request("textDocument/inlayHint", {
    textDocument: { uri: editor.uri("rules.yaml") },
    range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } },
  });
  expect(
    hints.map(({ position, label }: { position: Location["range"]["start"]; label: string }) => [
      position.line,
      label,
    ]),
  ).toEqual([
    [6, "enabled"],
    [10, "on execve"],
  ]);
});

test("lays out conditions, all or those that are selected", async () => {
  await editor.replace("configmap.yaml", "evt.type in (open, openat)", "evt.type in(open,openat)");
  const textDocument = { uri: editor.uri("configmap.yaml") };
  const edits = await editor.request("textDocument/formatting", { textDocument, options: {} });
  const elsewhere = { start: { line: 7, character: 0 }, end: { line: 12, character: 0 } };
  const none = await editor.request("textDocument/rangeFormatting", {
    textDocument,
    options: {},
    range: elsewhere,
  });
  expect(none).toEqual([]);
  const text = applied("configmap.yaml", edits);
  await editor.replace("configmap.yaml", "evt.type in(open,openat)", "evt.type in (open, openat)");
  expect(text).toBe(editor.text("configmap.yaml"));
});
