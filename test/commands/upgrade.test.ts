import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { run } from "../../src/commands/index.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "upgrade-"));
});
afterEach(() => rmSync(root, { recursive: true }));

async function upgrade(...args: string[]) {
  const written = { out: "", err: "" };
  const code = await run(["upgrade", ...args], {
    stdout: { write: (text) => (written.out += text) },
    stderr: { write: (text) => (written.err += text) },
    env: {},
    cwd: () => root,
  });
  return { code, ...written };
}

/** What the rehearsal finds: rule, line and message of each. */
async function found(to: string): Promise<string[]> {
  const { out } = await upgrade("--to", to, "--format", "json");
  const { findings } = JSON.parse(out) as { findings: { rule: string; line: number; message: string }[] };
  return findings.map(({ rule, line, message }) => `${line} ${rule}: ${message}`);
}

const files = (texts: Record<string, string>) => {
  for (const [name, text] of Object.entries(texts)) writeFileSync(path.join(root, name), text);
};

const daemonSet = (version: string, args = "") => `apiVersion: apps/v1
kind: DaemonSet
metadata: { name: falco, namespace: falco }
spec:
  selector: { matchLabels: { app: falco } }
  template:
    metadata: { labels: { app: falco } }
    spec:
      containers:
        - name: falco
          image: "docker.io/falcosecurity/falco:${version}" # by the team
          args: [/usr/bin/falco${args}]
          volumeMounts: [{ name: config, mountPath: /etc/falco/falco.yaml, subPath: falco.yaml }, { name: config, mountPath: /etc/falco/rules.d }]
      volumes: [{ name: config, configMap: { name: falco } }]
---
apiVersion: v1
kind: ConfigMap
metadata: { name: falco, namespace: falco }
data:
  falco.yaml: |
    rules_files: [/etc/falco/falco_rules.yaml, /etc/falco/rules.d]
    engine: { kind: ebpf, ebpf: { probe: /root/probe.o } }
    grpc: { enabled: true }
  local.yaml: |
    - rule: Opened
      desc: A file was opened
      condition: evt.type = open and evt.dir = < and container.id != host
      output: opened (file=%fd.name user=%user.name)
      priority: WARNING
    - list: shells
      items: [zsh]
    - list: shells
      items: [fish]
      append: true
`;

test("options of the command line that went stop Falco", async () => {
  files({ "falco.yaml": daemonSet("0.38.2", ", -A") });
  expect((await found("0.44.1")).filter((line) => line.includes("removed-option"))).toMatchInlineSnapshot(`
    [
      "12 stack/removed-option: Falco 0.44.1 does not know -A, which was removed in 0.41.0, and does not start.",
    ]
  `);
});

test("tells of deprecated items, fields and keys, which today's version takes without a word", async () => {
  files({ "falco.yaml": daemonSet("0.38.2") });
  expect(await found("0.44.1")).toMatchInlineSnapshot(`
    [
      "21 stack/container-plugin: /etc/falco/falco_rules.yaml needs the container plugin, which is not loaded, so Falco 0.44.1 does not start.",
      "22 stack/config-value: In Falco 0.44.1 the key "engine.kind" takes one of kmod, modern_ebpf, replay, nodriver, not "ebpf".",
      "22 stack/config-key: The key "engine.ebpf" was removed in Falco 0.44.0.",
      "23 stack/config-key: The key "grpc" was removed in Falco 0.44.0.",
      "27 falco/deprecated-item: \`evt.dir\` is deprecated: Falco sees the end of system calls only, so \`evt.dir = <\` is always true; delete it.",
    ]
  `);
});

test("prints the patch: the image and what it asks for", async () => {
  files({ "falco.yaml": daemonSet("0.38.2") });
  const { code, out } = await upgrade("--to", "0.44.1", "--diff");
  expect(code).toBe(1);
  expect(out).toMatchInlineSnapshot(`
    "--- a/falco.yaml
    +++ b/falco.yaml
    @@ -8,7 +8,7 @@
         spec:
           containers:
             - name: falco
    -          image: "docker.io/falcosecurity/falco:0.38.2" # by the team
    +          image: "docker.io/falcosecurity/falco:0.44.1" # by the team
               args: [/usr/bin/falco]
               volumeMounts: [{ name: config, mountPath: /etc/falco/falco.yaml, subPath: falco.yaml }, { name: config, mountPath: /etc/falco/rules.d }]
           volumes: [{ name: config, configMap: { name: falco } }]
    @@ -20,15 +20,14 @@
       falco.yaml: |
         rules_files: [/etc/falco/falco_rules.yaml, /etc/falco/rules.d]
         engine: { kind: ebpf, ebpf: { probe: /root/probe.o } }
    -    grpc: { enabled: true }
       local.yaml: |
         - rule: Opened
           desc: A file was opened
    -      condition: evt.type = open and evt.dir = < and container.id != host
    +      condition: evt.type = open and container.id != host
           output: opened (file=%fd.name user=%user.name)
           priority: WARNING
         - list: shells
           items: [zsh]
         - list: shells
           items: [fish]
    -      append: true
    +      override: {items: append}
    "
  `);
});

test("raises the chart to the newest with that Falco, keeping all else", async () => {
  const release = (version: string) => `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: falco }
spec:
  destination: { namespace: falco }
  source:
    repoURL: https://falcosecurity.github.io/charts
    chart: falco
    targetRevision: "${version}" # pinned
    helm:
      valuesObject:
        driver: { kind: modern_ebpf }
`;
  files({ "app.yaml": release("4.4.0") });
  expect((await upgrade("--to", "0.39.2", "--fix")).code).toBe(0);
  expect(readFileSync(path.join(root, "app.yaml"), "utf8")).toMatch(/targetRevision: "4\.\d+\.\d+" # pinned/);
  expect(readFileSync(path.join(root, "app.yaml"), "utf8")).not.toBe(release("4.4.0"));
});

test("a version that there is not is one clear line", async () => {
  const { code, err } = await upgrade("--to", "0.99.0");
  expect(code).toBe(2);
  expect(err).toContain("Falco 0.99.0 is not known");
});

test("tells of rules that are followed at their latest and ask for a newer engine", async () => {
  // As reported of Falco 0.40 when falco-rules 4.0.0 came: the chart follows a tag that moves.
  files({
    "app.yaml": `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: falco }
spec:
  destination: { namespace: falco }
  source:
    repoURL: https://falcosecurity.github.io/charts
    chart: falco
    targetRevision: 4.21.3
    helm:
      valuesObject:
        driver: { kind: modern_ebpf }
        falcoctl:
          config:
            artifact:
              install: { refs: ["falco-rules:latest"] }
              follow: { refs: ["falco-rules:latest"] }
`,
  });
  // The newest rules fit the newest Falco, so raising it fixes that.
  const { out } = await upgrade("--to", "0.44.1", "--format", "json");
  expect(out).not.toContain("stack/rules-version");
  const check = { out: "" };
  await run(["check", "--format", "json"], {
    stdout: { write: (text) => (check.out += text) },
    stderr: { write: () => undefined },
    env: {},
    cwd: () => root,
  });
  const { findings } = JSON.parse(check.out) as {
    findings: { rule: string; message: string; line: number }[];
  };
  expect(findings.filter(({ rule }) => rule === "stack/rules-version")).toMatchObject([
    {
      line: 16,
      message: "falco-rules latest needs a newer engine than Falco 0.40.0 has, which brings 3.2.0.",
    },
  ]);
});

test("--table lists what belongs to each version; without it a version is needed", async () => {
  const { out } = await upgrade("--table");
  expect(out).toMatch(/^\| 0\.40\.0 +\| 0\.46\.0 +\| 3\.2\.0 +\| built in +\| 4\.\d+\.\d+ +\|$/m);
  expect(readFileSync("docs/upgrade.md", "utf8")).toContain(out);
  expect((await upgrade()).code).toBe(2);
});
