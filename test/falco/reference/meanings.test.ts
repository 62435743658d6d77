import { expect, it } from "vitest";
import { describeField, explainField, fieldNames, load, newestVersion } from "../../../src/falco/index.ts";
import { meanings } from "../../../src/falco/reference/meanings.ts";
import { type Finding, lint, lintRules } from "../../../src/lint/index.ts";
import { readProject, Text } from "../../../src/project/index.ts";
import { modelOfRules } from "../../../src/rules-model.ts";
import { makeRuleset } from "../../../src/stack/index.ts";

it("has a meaning for each field, and none without a field", () => {
  expect([...meanings.keys()].sort()).toEqual(fieldNames().sort());
});

it("says each thing once, in sentences", () => {
  const seen = new Map<string, string>();
  for (const [name, { meaning, note, example }] of meanings) {
    expect(meaning, name).toMatch(/[.]$/);
    if (note !== undefined) expect(note, name).toMatch(/[.]$/);
    if (example !== undefined) expect(example, name).toContain(name);
    const said = `${name.split(".")[0]} ${meaning}`;
    expect(seen.get(said), `${name} says the same as ${seen.get(said)}`).toBeUndefined();
    seen.set(said, name);
  }
});

it("gives an example for each field that a condition can use", () => {
  const without = [...meanings].filter(([, { example }]) => example === undefined).map(([name]) => name);
  expect(without).toMatchInlineSnapshot(`
    [
      "evt.latency.quantized",
      "evt.outputtime",
      "evt.buflen.in",
      "evt.buflen.out",
      "evt.buflen.file",
      "evt.buflen.file.in",
      "evt.buflen.file.out",
      "evt.buflen.net",
      "evt.buflen.net.in",
      "evt.buflen.net.out",
      "evt.count.procinfo",
      "evt.count.threadinfo",
      "evt.infra.docker.name",
      "evt.infra.docker.container.id",
      "evt.infra.docker.container.name",
      "evt.infra.docker.container.image",
      "thread.nametid",
      "thread.vmsize.b",
      "thread.vmrss.b",
      "span.id",
      "span.ntags",
      "span.nargs",
      "span.tags",
      "span.tag",
      "span.args",
      "span.arg",
      "span.time",
      "span.enterargs",
      "span.enterarg",
      "span.duration",
      "span.duration.human",
      "span.duration.quantized",
      "span.duration.fortag",
      "span.count",
      "span.count.fortag",
      "span.childcount.fortag",
      "span.idtag",
      "span.rawtime",
      "span.rawparenttime",
      "evtin.span.id",
      "evtin.span.ntags",
      "evtin.span.nargs",
      "evtin.span.tags",
      "evtin.span.tag",
      "evtin.span.args",
      "evtin.span.arg",
      "evtin.span.p.id",
      "evtin.span.p.ntags",
      "evtin.span.p.nargs",
      "evtin.span.p.tags",
      "evtin.span.p.tag",
      "evtin.span.p.args",
      "evtin.span.p.arg",
      "evtin.span.s.id",
      "evtin.span.s.ntags",
      "evtin.span.s.nargs",
      "evtin.span.s.tags",
      "evtin.span.s.tag",
      "evtin.span.s.args",
      "evtin.span.s.arg",
      "evtin.span.m.id",
      "evtin.span.m.ntags",
      "evtin.span.m.nargs",
      "evtin.span.m.tags",
      "evtin.span.m.tag",
      "evtin.span.m.args",
      "evtin.span.m.arg",
      "mesos.task.name",
      "mesos.task.id",
      "mesos.task.labels",
      "mesos.framework.name",
      "mesos.framework.id",
      "marathon.app.name",
      "marathon.app.id",
      "marathon.app.labels",
      "marathon.group.name",
      "marathon.group.id",
      "mesos.task.label",
      "marathon.app.label",
    ]
  `);
});

it("loads each example without an error in the newest version that has the field", async () => {
  const groups = new Map<string, [name: string, example: string][]>();
  for (const [name, { example }] of meanings) {
    if (example === undefined) continue;
    const home = JSON.stringify(homeOf(name));
    groups.set(home, [...(groups.get(home) ?? []), [name, example]]);
  }
  const findings: string[] = [];
  for (const [home, examples] of groups) findings.push(...(await findingsIn(JSON.parse(home), examples)));
  expect(findings).toEqual([]);
});

interface Home {
  readonly falcoVersion: string;
  readonly plugins: readonly string[];
  readonly source: string;
}

/** The Falco, with the plugins, that has a field. */
function homeOf(name: string): Home {
  const { fields, lastVersion } = explainField(name)!;
  const core = fields.find(({ plugin }) => plugin === undefined);
  const fromPlugin = fields.find(({ plugin }) => plugin !== undefined);
  const source = (fromPlugin ?? core)!.source;
  // Fields of every source are tried on system calls, but those of the json plugin need one that has JSON.
  const reader = source === "*" && fromPlugin !== undefined ? ["k8saudit"] : [];
  return {
    falcoVersion: fromPlugin === undefined ? (lastVersion ?? newestVersion.falco) : newestVersion.falco,
    plugins: [...(fromPlugin === undefined ? [] : [fromPlugin.plugin!]), ...reader],
    source: source === "*" ? (reader.length > 0 ? "k8s_audit" : "syscall") : source,
  };
}

/** Rules that speak of a single condition, whatever the rule around it. */
const aboutConditions = /^falco\//;
/** What an example may well be: of a field that Falco gives up, or a text to search rather than to deploy. */
const allowed = new Set([
  "falco/deprecated-field",
  "falco/deprecated-item",
  "falco/missing-tags",
  "falco/output-fields",
  "falco/no-evttype",
  "falco/shadowed-rule",
]);

async function findingsIn({ falcoVersion, plugins: loaded, source }: Home, examples: [string, string][]) {
  const content = examples
    .map(
      ([name, example]) =>
        `- rule: Example of ${name}\n  desc: An example.\n  source: ${source}\n  priority: WARNING\n  output: "%evt.num"\n  condition: >\n    ${example}\n`,
    )
    .join("");
  const project = readProject({ texts: [new Text("rules.yaml", content)], skipped: [] });
  const result = load([{ name: "rules.yaml", text: content }], { falcoVersion, plugins: [...loaded] });
  const ruleset = makeRuleset({
    name: "examples",
    sources: project.sources,
    result,
    stack: undefined,
    unchecked: [],
  });
  const { findings } = await lint(
    await modelOfRules(project, ruleset),
    lintRules.filter(({ id }) => aboutConditions.test(id) && !allowed.has(id)),
  );
  return findings.map(({ rule, line, message }: Finding) => {
    const [name] = examples[Math.floor((line - 1) / 7)]!;
    return `${name}: ${rule}: ${message}`;
  });
}

it("describes a parameter of events, its events and its own type", async () => {
  const flags = (await describeField("evt.rawarg.flags"))!;
  expect(flags.meaning).toContain("flags");
  expect(new Map(flags.usage).get("on")).toContain("open");
  expect(new Map(flags.providers[0]).get("type")).toContain("FLAGS32");
});
