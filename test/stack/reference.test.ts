import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { chainsOf, findRule, reachIn } from "../../src/compliance/reach.ts";
import { ruleWays } from "../../src/compliance/rule-coverage.ts";
import { traceText } from "../../src/report/trace-text.ts";
import type { LinkId } from "../../src/stack/evidence/link.ts";
import { firstGap, routeGap } from "../../src/stack/rules/chain.ts";
import { type Workspace, workspace } from "./workspace.ts";

const folder = path.join(import.meta.dirname, "../../policies/falco");
const read = (file: string): string => readFileSync(path.join(folder, file), "utf8");

/** The reference deployment, with few rules of its own so that hundreds of copies can be looked at. */
const reference: Readonly<Record<string, string>> = {
  "falco.yaml": read("falco-daemonset.yaml"),
  "sidekick.yaml": read("falcosidekick.yaml"),
  "audit-policy.yaml": read("k8s-audit/audit-policy.yaml"),
  "rules.yaml": `apiVersion: v1
kind: ConfigMap
metadata:
  name: falco-rules-compliance
  namespace: falco-system
data:
  10-system.yaml: |
    - rule: Shell started
      desc: A shell was started.
      condition: evt.type = execve and proc.name = bash
      output: A shell was started (user=%user.name)
      priority: NOTICE
      tags: [shell]
    - rule: Binary changed
      desc: A binary was changed.
      condition: evt.type = openat and fd.name startswith /usr/bin/
      output: A binary was changed (file=%fd.name)
      priority: CRITICAL
      tags: [files]
  20-cluster.yaml: |
    - rule: Secret read
      desc: A Secret was read.
      condition: ka.verb = get and ka.target.resource = secrets
      output: A Secret was read (user=%ka.user.name)
      priority: WARNING
      source: k8s_audit
      tags: [cluster]
`,
};
const assume = { secrets: ["falco-system/falcosidekick-secrets"] };
const upstream = "Disallowed SSH Connection Non Standard Port";
const all = ["Shell started", "Binary changed", "Secret read", upstream];

type Reached = "nothing" | "enabled" | "deployed" | "routed";

/** The rung that a rule reaches, and the link at which it stops. */
function reached({ rulesets }: Workspace, name: string): { rung: Reached; link: LinkId | undefined } {
  const [chain] = chainsOf(rulesets, name);
  if (chain === undefined) return { rung: "nothing", link: undefined };
  const { enabled, deployed, routed } = reachIn(chain);
  if (enabled !== null) return { rung: "nothing", link: firstGap(chain.enabled)?.id };
  if (deployed !== null) return { rung: "enabled", link: firstGap(chain.deployed)?.id };
  if (routed !== null) return { rung: "deployed", link: routeGap(chain)?.id };
  return { rung: "routed", link: undefined };
}

interface Mutation {
  readonly what: string;
  readonly file: keyof typeof reference & string;
  readonly from: string | RegExp;
  readonly to: string;
  /** Rules behind the link. */
  readonly rules: readonly string[];
  readonly rung: Reached;
  readonly link: LinkId;
}

const own = ["Shell started", "Binary changed", "Secret read"];
const url = "http://falcosidekick.falco-system.svc.cluster.local:2801/";
const mutation = (
  what: string,
  file: string,
  from: string | RegExp,
  to: string,
  rules: readonly string[],
  rung: Reached,
  link: LinkId,
): Mutation => ({ what, file, from, to, rules, rung, link });

const mutations: readonly Mutation[] = [
  mutation(
    "the rules volume names another ConfigMap",
    "falco.yaml",
    "name: falco-rules-compliance\n",
    "name: other\n",
    own,
    "enabled",
    "mounted",
  ),
  mutation(
    "the ConfigMap is renamed",
    "rules.yaml",
    "name: falco-rules-compliance",
    "name: renamed",
    own,
    "enabled",
    "mounted",
  ),
  mutation(
    "the ConfigMap is in another namespace",
    "rules.yaml",
    "namespace: falco-system",
    "namespace: default",
    own,
    "enabled",
    "mounted",
  ),
  mutation(
    "the mount is taken away",
    "falco.yaml",
    / {12}- name: rules-compliance\n {14}mountPath: .*\n {14}readOnly: true\n/,
    "",
    own,
    "enabled",
    "mounted",
  ),
  mutation(
    "the volume is taken away",
    "falco.yaml",
    "        - name: rules-compliance\n          projected:",
    "        - name: gone\n          projected:",
    own,
    "enabled",
    "mounted",
  ),
  mutation(
    "one key alone is mounted",
    "falco.yaml",
    "                  name: falco-rules-compliance\n",
    "                  name: falco-rules-compliance\n                  items:\n                    - key: 10-system.yaml\n                      path: 10-system.yaml\n",
    ["Secret read"],
    "enabled",
    "mounted",
  ),
  mutation(
    "a plugin is loaded that nothing configures",
    "falco.yaml",
    "load_plugins: [container, json, k8saudit]",
    "load_plugins: [container, json, k8saudit, docker]",
    all,
    "enabled",
    "listed",
  ),
  mutation(
    "the library of a plugin for another source is not in the container",
    "falco.yaml",
    "/opt/falco-plugins/libjson.so",
    "/usr/lib/libjson.so",
    all,
    "enabled",
    "listed",
  ),
  mutation(
    "Falco is older than all that is known",
    "falco.yaml",
    "falcosecurity/falco:0.44.1",
    "falcosecurity/falco:0.32.2",
    all,
    "enabled",
    "listed",
  ),
  mutation(
    "rules_files does not list the directory",
    "falco.yaml",
    "      - /etc/falco/rules.d\n",
    "",
    own,
    "enabled",
    "listed",
  ),
  mutation(
    "rules_files does not list the default rules",
    "falco.yaml",
    "      - /etc/falco/falco_rules.yaml\n",
    "",
    [upstream],
    "nothing",
    "enabled",
  ),
  mutation(
    "the rules are mounted elsewhere",
    "falco.yaml",
    "mountPath: /etc/falco/rules.d",
    "mountPath: /etc/falco/rules",
    own,
    "enabled",
    "listed",
  ),
  mutation(
    "a key has another ending",
    "rules.yaml",
    "20-cluster.yaml: |",
    "20-cluster.rules: |",
    ["Secret read"],
    "enabled",
    "listed",
  ),
  mutation(
    "-r loads the default rules alone",
    "falco.yaml",
    "args: [/usr/bin/falco]",
    "args: [/usr/bin/falco, -r, /etc/falco/falco_rules.yaml]",
    own,
    "enabled",
    "listed",
  ),
  mutation(
    "the rule is disabled",
    "rules.yaml",
    "      tags: [shell]",
    "      tags: [shell]\n      enabled: false",
    ["Shell started"],
    "nothing",
    "enabled",
  ),
  mutation(
    "a later file disables the rule",
    "rules.yaml",
    "  20-cluster.yaml: |\n",
    "  20-cluster.yaml: |\n    - rule: Shell started\n      enabled: false\n      override:\n        enabled: replace\n",
    ["Shell started"],
    "nothing",
    "enabled",
  ),
  mutation(
    "the selection disables a name",
    "falco.yaml",
    "    rules:\n",
    "    rules:\n      - disable:\n          rule: Shell*\n",
    ["Shell started"],
    "nothing",
    "enabled",
  ),
  mutation(
    "the selection disables a tag",
    "falco.yaml",
    "    rules:\n",
    "    rules:\n      - disable:\n          tag: files\n",
    ["Binary changed"],
    "nothing",
    "enabled",
  ),
  mutation(
    "the selection enables one tag alone",
    "falco.yaml",
    "    rules:\n",
    "    rules:\n      - disable:\n          rule: '*'\n      - enable:\n          tag: cluster\n",
    ["Shell started", "Binary changed", upstream],
    "nothing",
    "enabled",
  ),
  mutation(
    "the plugin is not loaded",
    "falco.yaml",
    "load_plugins: [container, json, k8saudit]",
    "load_plugins: [container, json]",
    ["Secret read"],
    "nothing",
    "source",
  ),
  mutation(
    "no Service leads to the plugin's port",
    "falco.yaml",
    "targetPort: k8s-audit",
    "targetPort: 9766",
    ["Secret read"],
    "nothing",
    "source",
  ),
  mutation(
    "the source is switched off",
    "falco.yaml",
    "args: [/usr/bin/falco]",
    "args: [/usr/bin/falco, --disable-source, syscall]",
    ["Shell started", "Binary changed", upstream],
    "nothing",
    "source",
  ),
  mutation(
    "the API server has no audit policy",
    "audit-policy.yaml",
    "kind: Policy",
    "kind: Something",
    ["Secret read"],
    "nothing",
    "source",
  ),
  mutation(
    "another source alone is switched on",
    "falco.yaml",
    "args: [/usr/bin/falco]",
    "args: [/usr/bin/falco, --enable-source=syscall]",
    ["Secret read"],
    "nothing",
    "source",
  ),
  mutation(
    "the engine sees no system calls",
    "falco.yaml",
    "kind: modern_ebpf",
    "kind: nodriver",
    ["Shell started", "Binary changed", upstream],
    "nothing",
    "source",
  ),
  mutation(
    "falco.yaml lets warnings through",
    "falco.yaml",
    "    priority: notice\n",
    "    priority: warning\n",
    ["Shell started", upstream],
    "deployed",
    "priority",
  ),
  mutation(
    "an option lets critical alerts through",
    "falco.yaml",
    "args: [/usr/bin/falco]",
    "args: [/usr/bin/falco, -o, priority=critical]",
    ["Shell started", "Secret read", upstream],
    "deployed",
    "priority",
  ),
  mutation(
    "http_output is off",
    "falco.yaml",
    /(http_output:\n +enabled: )true/,
    "$1false",
    all,
    "deployed",
    "channel",
  ),
  mutation("http_output has no url", "falco.yaml", `      url: ${url}\n`, "", all, "deployed", "channel"),
  mutation(
    "json_output is off",
    "falco.yaml",
    "json_output: true",
    "json_output: false",
    all,
    "deployed",
    "channel",
  ),
  mutation(
    "the host is misspelt",
    "falco.yaml",
    url,
    url.replace("falcosidekick.", "falcosidekik."),
    all,
    "deployed",
    "service",
  ),
  mutation(
    "the namespace is another",
    "falco.yaml",
    url,
    url.replace("falco-system", "falco"),
    all,
    "deployed",
    "service",
  ),
  mutation("the port is another", "falco.yaml", url, url.replace("2801", "2802"), all, "deployed", "service"),
  mutation(
    "the Service is renamed",
    "sidekick.yaml",
    /(kind: Service\nmetadata:\n {2}name: )falcosidekick/,
    "$1sidekick",
    all,
    "deployed",
    "service",
  ),
  mutation(
    "the Service has another port",
    "sidekick.yaml",
    "    - name: http\n      port: 2801",
    "    - name: http\n      port: 80",
    all,
    "deployed",
    "service",
  ),
  mutation(
    "the Service selects nothing",
    "sidekick.yaml",
    /(type: ClusterIP\n {2}selector:\n {4}app.kubernetes.io\/name: )falcosidekick/,
    "$1sidekick",
    all,
    "deployed",
    "service",
  ),
  mutation(
    "the Service leads to a port without a name",
    "sidekick.yaml",
    "targetPort: http",
    "targetPort: web",
    all,
    "deployed",
    "service",
  ),
  mutation(
    "falcosidekick listens elsewhere",
    "sidekick.yaml",
    'value: "2801"',
    'value: "2800"',
    all,
    "deployed",
    "service",
  ),
  mutation(
    "falcosidekick has no replicas",
    "sidekick.yaml",
    "replicas: 2",
    "replicas: 0",
    all,
    "deployed",
    "service",
  ),
  mutation(
    "the network policy lets other pods in",
    "sidekick.yaml",
    /(from:\n {8}- podSelector:\n {12}matchLabels:\n {14}app.kubernetes.io\/name: )falco\n/,
    "$1falcon\n",
    all,
    "deployed",
    "network",
  ),
  mutation(
    "the network policy opens another port",
    "sidekick.yaml",
    /- port: 2801/g,
    "- port: 2800",
    all,
    "deployed",
    "network",
  ),
  mutation(
    "Slack takes critical alerts alone",
    "sidekick.yaml",
    "value: notice",
    "value: critical",
    ["Shell started", "Secret read", upstream],
    "deployed",
    "minimum",
  ),
  mutation(
    "Slack takes warnings",
    "sidekick.yaml",
    "value: notice",
    "value: warning",
    ["Shell started", upstream],
    "deployed",
    "minimum",
  ),
  mutation(
    "Slack has no address, so PagerDuty is all there is",
    "sidekick.yaml",
    "- name: SLACK_WEBHOOKURL",
    "- name: SLACK_WEBHOOK",
    ["Shell started", "Secret read", upstream],
    "deployed",
    "minimum",
  ),
];

function mutated({ file, from, to }: Mutation): Record<string, string> {
  const before = reference[file]!;
  const after = before.replace(from, to);
  if (after === before) throw new Error("The mutation changes nothing.");
  return { ...reference, [file]: after };
}

/** The trace without the lines of the reference's own files, which change with them. */
function trace(rulesets: Workspace["rulesets"], name: string): string {
  const rule = findRule(rulesets, name);
  if (rule === undefined) throw new Error(`There is no rule ${name}.`);
  return traceText(rule, ruleWays(rulesets)(name), { color: false, width: 100 }).replace(
    /(falco|sidekick)\.yaml:\d+/g,
    "$1.yaml:…",
  );
}

describe("the reference deployment", () => {
  it("brings the alerts of every rule to somebody", () => {
    const whole = workspace(reference, assume);
    const { stacks, rulesets } = whole;
    expect(stacks.map(({ name }) => name)).toEqual(["falco-system/falco"]);
    expect(rulesets[0]?.result.loads).toBe(true);
    for (const name of all) expect(reached(whole, name), name).toMatchObject({ rung: "routed" });
  });

  it("takes a Secret made by hand for granted, unless secrets are strict", () => {
    const assumed = workspace(reference);
    for (const name of all) expect(reached(assumed, name)).toEqual({ rung: "routed", link: undefined });
    const links = assumed.stacks.flatMap(({ routes }) => routes.flatMap((route) => route.links));
    expect(links.some((link) => link.assumed)).toBe(true);
    const strict = workspace(reference, { secrets: "strict" });
    for (const name of all) expect(reached(strict, name)).toEqual({ rung: "deployed", link: "output" });
  });

  it.each(mutations.map((item) => [item.what, item] as const))(
    "loses exactly what is behind: %s",
    (_, item) => {
      const broken = workspace(mutated(item), assume);
      for (const name of all) {
        // A published rule that is not loaded is nobody's rule.
        if (
          name === upstream &&
          item.rules.includes(upstream) &&
          findRule(broken.rulesets, name) === undefined
        )
          continue;
        const expected = item.rules.includes(name)
          ? { rung: item.rung, link: item.link }
          : { rung: "routed", link: undefined };
        expect(reached(broken, name), name).toEqual(expected);
      }
    },
  );

  it.each([
    ["is not installed", / {10}- k8saudit:[\d.]+\n/, ""],
    ["has its library elsewhere", "/opt/falco-plugins/libk8saudit.so", "/opt/plugins/libk8saudit.so"],
  ] as const)("loses every rule where the plugin %s, as Falco does not start", (_, from, to) => {
    const files = { ...reference, "falco.yaml": reference["falco.yaml"]!.replace(from, to) };
    const broken = workspace(files, assume);
    const found = Object.fromEntries(all.map((name) => [name, reached(broken, name)]));
    const lost = { rung: "enabled", link: "listed" };
    expect(found).toEqual({
      "Shell started": lost,
      "Binary changed": lost,
      "Secret read": { rung: "nothing", link: "source" },
      [upstream]: lost,
    });
  });

  it("explains a chain like a colleague would", async () => {
    const { rulesets } = workspace(reference, assume);
    await expect(trace(rulesets, "Secret read")).toMatchFileSnapshot("trace-routed.txt");
    const broken = workspace(mutated(mutations.find(({ link }) => link === "network")!), assume);
    await expect(trace(broken.rulesets, "Shell started")).toMatchFileSnapshot("trace-network.txt");
  });
});
