import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { chainsOf, findRule, reachIn } from "../../src/compliance/reach.ts";
import { ruleWays } from "../../src/compliance/rule-coverage.ts";
import { traceText } from "../../src/report/trace-text.ts";
import type { LinkId } from "../../src/stack/evidence/link.ts";
import { firstGap, routeGap } from "../../src/stack/rules/chain.ts";
import { all, type Mutation, mutations, type Reached, upstream } from "./reference-mutations.ts";
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

/** Changes after which alerts go on as before. */
const harmless: Readonly<Record<string, readonly (readonly [file: string, from: string, to: string])[]>> = {
  "alerts at any other path": [["falco.yaml", "cluster.local:2801/", "cluster.local:2801/alerts"]],
  "no limit in time": [["falco.yaml", "args: [/usr/bin/falco]", 'args: [/usr/bin/falco, -M, "0"]']],
  "a readiness probe of another path": [
    [
      "falco.yaml",
      "          readinessProbe:\n            httpGet:\n              path: /healthz",
      "          readinessProbe:\n            httpGet:\n              path: /ready",
    ],
  ],
  "a proxy for what goes out": [
    ["sidekick.yaml", "- port: 443\n", "- port: 8443\n"],
    [
      "sidekick.yaml",
      "            - name: LISTENPORT\n",
      "            - {name: HTTPS_PROXY, value: 'http://proxy:3128'}\n            - name: LISTENPORT\n",
    ],
  ],
  "policies of Cilium beside": [
    ["sidekick.yaml", "- port: 443\n", "- port: 8443\n"],
    [
      "sidekick.yaml",
      "apiVersion: v1\nkind: Service\n",
      "apiVersion: cilium.io/v2\nkind: CiliumNetworkPolicy\nmetadata: {name: out, namespace: falco-system}\nspec: {}\n---\napiVersion: v1\nkind: Service\n",
    ],
  ],
  "TLS that leaves alerts alone": [
    ["falco.yaml", "cluster.local:2801/", "cluster.local:2810/"],
    ["sidekick.yaml", "      port: 2801\n      targetPort: http", "      port: 2810\n      targetPort: 2810"],
    [
      "sidekick.yaml",
      "            - name: http\n              containerPort: 2801",
      "            - {name: plain, containerPort: 2810}\n            - name: http\n              containerPort: 2801",
    ],
    [
      "sidekick.yaml",
      "            - name: LISTENPORT\n",
      "            - {name: TLSSERVER_DEPLOY, value: 'true'}\n            - {name: TLSSERVER_NOTLSPATHS, value: '/'}\n            - name: LISTENPORT\n",
    ],
    ["sidekick.yaml", "        - port: 2801\n", "        - port: 2810\n"],
  ],
};

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

  it.each(Object.entries(harmless))("loses nothing by %s", (_, edits) => {
    const files = { ...reference };
    for (const [file, from, to] of edits) {
      expect(files[file]).toContain(from);
      files[file] = files[file]!.replace(from, to);
    }
    const changed = workspace(files, assume);
    for (const name of all) expect(reached(changed, name), name).toMatchObject({ rung: "routed" });
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
    const lost = { rung: "enabled", link: "running" };
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
