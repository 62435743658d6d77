import { describe, expect, it } from "vitest";
import { readCommand } from "../../../src/stack/config/command.ts";
import { matchesWildcard } from "../../../src/stack/config/selection.ts";
import { summary } from "../summary.ts";
import { workspace } from "../workspace.ts";

interface Pod {
  readonly config?: string;
  readonly parts?: Readonly<Record<string, string>>;
  readonly args?: string;
  readonly env?: string;
  readonly image?: string;
}

/** A pod with this falco.yaml, these further parts in a folder of its own, these arguments and variables. */
function stackOf({ config, parts = {}, args = "/usr/bin/falco", env = "[]", image = "0.44.1" }: Pod) {
  const block = (text: string) => text.replaceAll(/^/gm, "    ");
  const data = Object.entries({ ...(config === undefined ? {} : { "falco.yaml": config }), ...parts })
    .map(([key, text]) => `  ${key}: |\n${block(text)}\n`)
    .join("");
  const { stacks } = workspace({
    "falco.yaml": `apiVersion: v1
kind: ConfigMap
metadata: {name: config}
data:
${data}
---
apiVersion: v1
kind: Pod
metadata: {name: falco}
spec:
  containers:
    - name: falco
      image: falcosecurity/falco:${image}
      args: [${args}]
      env: ${env}
      volumeMounts:
${config === undefined ? "" : "        - {name: config, mountPath: /etc/falco/falco.yaml, subPath: falco.yaml}\n"}        - {name: config, mountPath: /etc/falco/parts}
  volumes:
    - name: config
      configMap: {name: config}
`,
  });
  const [stack] = stacks;
  if (stack === undefined) throw new Error("There is no deployment.");
  return stack;
}

const filesOf = (pod: Pod) => stackOf(pod).rulesFiles.loaded.map(({ path }) => path);

describe("falco.yaml", () => {
  it("is the image's own where none is mounted", () => {
    expect(summary(stackOf({}))).toEqual([
      "falco (manifest) in any namespace",
      "Falco 0.44.1 from falco.yaml:13",
      "loads /etc/falco/falco_rules.yaml: falco-rules 5.1.0",
      "loads /etc/falco/falco_rules.local.yaml: nothing",
      "engine modern_ebpf, plugins container",
      "priority debug from falco.yaml:13, text",
      "to standard output: unknown output: Whether anybody reads standard output is not in the repository.",
      "to the node's syslog: unknown output: Whether anybody reads the node's syslog is not in the repository.",
    ]);
  });

  it("is joined with the parts that it names, by their strategies", () => {
    const parts = { "a.yaml": "rules_files: [/b.yaml]\npriority: error\njson_output: true" };
    const config = (strategy: string) =>
      `config_files: [{path: /etc/falco/parts/a.yaml, strategy: ${strategy}}]\nrules_files: [/etc/falco/falco_rules.yaml]\npriority: notice`;
    const facts = (strategy: string) => {
      const stack = stackOf({ config: config(strategy), parts });
      const listed = [...stack.rulesFiles.loaded, ...stack.rulesFiles.missing].map(({ path }) => path);
      return { listed, priority: stack.priority.minimum, json: stack.json.on };
    };
    const own = "/etc/falco/falco_rules.yaml";
    expect(facts("append")).toEqual({ listed: [own, "/b.yaml"], priority: "error", json: true });
    expect(facts("override")).toEqual({ listed: ["/b.yaml"], priority: "error", json: true });
    expect(facts("add-only")).toEqual({ listed: [own], priority: "notice", json: true });
  });

  it("gives way to -o on the command line, and -r takes the place of rules_files", () => {
    const config = "rules_files: [/etc/falco/falco_rules.yaml]\npriority: notice";
    expect(stackOf({ config, args: "/usr/bin/falco, -o, priority=error" }).priority.minimum).toBe("error");
    expect(
      stackOf({ config, args: "falco, --option=http_output.enabled=true, -ojson_output=true" }).json.on,
    ).toBe(true);
    expect(
      filesOf({ config, args: "falco, -o, 'rules_files[]=/etc/falco/parts'", parts: { "x.yaml": "a: b" } }),
    ).toEqual(["/etc/falco/falco_rules.yaml", "/etc/falco/parts/falco.yaml", "/etc/falco/parts/x.yaml"]);
    expect(
      filesOf({ config, args: "falco, -r, /etc/falco/parts/x.yaml", parts: { "x.yaml": "a: b" } }),
    ).toEqual(["/etc/falco/parts/x.yaml"]);
  });

  it("takes environment variables in, and leaves what a Secret holds", () => {
    const reference = (name: string) => `\${${name}}`;
    const config = `priority: ${reference("LEVEL")}\nhttp_output: {enabled: true, url: '${reference("URL")}'}`;
    const env = "[{name: LEVEL, value: critical}, {name: URL, valueFrom: {secretKeyRef: {name: s, key: k}}}]";
    const stack = stackOf({ config, env });
    expect(stack.priority.minimum).toBe("critical");
    expect(stack.channels[0]?.target?.text).toBe(reference("URL"));
  });

  it("says where it does not know", () => {
    const stack = stackOf({ args: "falco, -c, /somewhere/falco.yaml" });
    expect(stack.config).toMatchObject({ state: "unknown" });
    expect(stack.rulesFiles.loaded).toEqual([]);
  });
});

it("matches names as Falco does, from the left and without going back", () => {
  const yes: [string, string][] = [
    ["*", ""],
    ["Shell*", "Shell started"],
    ["*started", "Shell started"],
    ["S*l*d", "Shell started"],
    ["a**b", "ab"],
    ["exact", "exact"],
  ];
  const no: [string, string][] = [
    ["exact", "exactly"],
    ["*a", "aba"],
    ["shell*", "Shell started"],
    ["", "x"],
    ["S*x", "Shell"],
  ];
  for (const [pattern, name] of yes)
    expect(matchesWildcard(pattern, name), `${pattern} ~ ${name}`).toBe(true);
  for (const [pattern, name] of no)
    expect(matchesWildcard(pattern, name), `${pattern} ~ ${name}`).toBe(false);
});

it("reads the command line in all forms that cxxopts takes", () => {
  const location = { text: undefined as never, span: { start: 0, end: 0 } };
  const words = (...texts: string[]) => readCommand(texts.map((text) => ({ text, location })));
  expect(words("falco", "-pk", "-r/a", "-r", "/b").rulesFiles.map(({ text }) => text)).toEqual(["/a", "/b"]);
  expect(words("falco", "--disable-source=syscall", "-U").disabledSources.map(({ text }) => text)).toEqual([
    "syscall",
  ]);
  expect(words("sh", "-c", "falco -r /x").shell?.text).toBe("sh");
  expect(words("falco", "-o").options).toEqual([]);
});
