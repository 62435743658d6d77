import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { check } from "../../src/check.ts";
import { formats } from "../../src/report/formats.ts";
import type { Report } from "../../src/report/report.ts";

const folder = mkdtempSync(path.join(tmpdir(), "falcoverage-"));
afterAll(() => rmSync(folder, { recursive: true }));

const rules = `- rule: Netcat Started
  desc: Somebody starts netcat.
  condition: evt.type = execve and proc.name in (nc, ncat)
  output: "Netcat started (process=%proc.name user=%user.name)"
  priority: WARNING

- rule: Shadow Written
  desc: Somebody writes the password file.
  condition: evt.type in (open, openat, openat2) and fd.name = /etc/shadow
  output: "Password file opened (process=%proc.name user=%user.name)"
  priority: ERROR
`;

const manifests = `apiVersion: apps/v1
kind: DaemonSet
metadata: {name: falco, namespace: falco}
spec:
  selector: {matchLabels: {app: falco}}
  template:
    metadata: {labels: {app: falco}}
    spec:
      containers:
        - name: falco
          image: falcosecurity/falco:0.44.1
          securityContext: {privileged: true}
          volumeMounts:
            - {name: proc, mountPath: /host/proc}
            - {name: config, mountPath: /etc/falco}
            - {name: rules, mountPath: /etc/falco/rules.d}
      volumes:
        - {name: proc, hostPath: {path: /proc}}
        - {name: config, configMap: {name: falco}}
        - {name: rules, configMap: {name: falco-rules}}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: falco, namespace: falco}
data:
  falco.yaml: |
    rules_files: [/etc/falco/rules.d]
    json_output: true
    priority: debug
    http_output: {enabled: true, url: "https://alerts.example.com/falco"}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: falco-rules, namespace: falco}
data:
  rules.yaml: |
${rules.trimEnd().replace(/^(?=.)/gm, "    ")}
`;

const matrix = `version: 1
frameworks:
  - {id: soc2, selection: [CC6.1, CC6.6, CC6.8]}
controls:
  soc2:
    CC6.1: [Shadow Written]
    CC6.6: [Netcat Started]
    CC6.8: [Netcat Started, Shadow Written]
`;

/** Attacks of signals that the controls ask for, on which the two rules fire. */
function attack(signal: string, event: string): string {
  return `signal: ${signal}\nattacks:\n  - {name: by one of the two, technique: T1059, events: [{${event}}]}\n`;
}

const netcat = "evt.type: execve, proc.exepath: /usr/bin/nc, proc.aexepath: [/bin/sh]";
const shadow = "evt.type: openat, proc.exepath: /usr/bin/tee, proc.aexepath: [/bin/sh], fd.name: /etc/shadow";

const files = {
  "falco.yaml": manifests,
  "matrix.yaml": matrix,
  "events/netcat.yaml": attack("reverse-shell", netcat),
  "events/netcat-too.yaml": attack("unexpected-process", netcat),
  "events/shadow.yaml": attack("credential-access", shadow),
  "events/shadow-too.yaml": attack("file-integrity-bin", shadow),
};
type Files = Readonly<Record<string, string | undefined>>;

/** Checks a workspace, compared with the one above. */
async function change(after: Files): Promise<Report> {
  const root = mkdtempSync(path.join(folder, "workspace-"));
  for (const [file, content] of Object.entries({ ...files, ...after })) {
    if (content === undefined) continue;
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), content);
  }
  const earlier = new Map<string, string | undefined>(Object.keys(after).map((file) => [file, undefined]));
  for (const [file, content] of Object.entries(files)) earlier.set(file, content);
  const { report } = await check([], {
    root,
    earlier: { files: earlier, whole: false },
    gate: "head",
  });
  return report;
}

function edit(from: string | RegExp, to: string, file: keyof typeof files = "falco.yaml"): Files {
  const text = files[file].replace(from, to);
  expect(text).not.toBe(files[file]);
  return { [file]: text };
}

function lost({ difference }: Report) {
  return difference?.controls
    .filter(({ kind }) => kind === "lost")
    .map(({ id, cause }) => [id, cause?.file, cause?.line]);
}

test("nothing is different without a change", async () => {
  const { difference } = await change({});
  expect(difference).toMatchObject({ controls: [], rules: [], findings: { added: [], fixed: 0 } });
  expect(difference?.totals[0]?.to).toEqual({ covered: 3, total: 3, percent: 100 });
});

describe("a rule costs the controls that it alone answers", () => {
  test("deleted", async () => {
    const report = await change(edit(/ {4}- rule: Shadow Written[\s\S]*?ERROR\n/, ""));
    expect(lost(report)?.map(([id]) => id)).toEqual(["CC6.1"]);
    expect(report.difference?.rules).toMatchObject([
      {
        name: "Shadow Written",
        kind: "removed",
        file: "falco.yaml",
        controls: [
          { framework: "soc2", id: "CC6.1" },
          { framework: "soc2", id: "CC6.8" },
        ],
      },
    ]);
    expect(report.summary).toMatchObject({ passed: false });
    expect(report.summary.failures).toContain("1 control lost: SOC 2 CC6.1.");
  });

  test("disabled", async () => {
    const report = await change(edit("priority: ERROR", "priority: ERROR\n      enabled: false"));
    const line = manifests.split("\n").findIndex((text) => text.includes("priority: ERROR")) + 2;
    expect(lost(report)).toEqual([["CC6.1", "falco.yaml", expect.any(Number)]]);
    expect(Math.abs((lost(report)?.[0]?.[2] as number) - line)).toBeLessThan(8);
    expect(report.difference?.rules[0]?.changes).toEqual([{ aspect: "enabled", to: false }]);
  });

  test("renamed", async () => {
    const report = await change(edit("rule: Shadow Written", "rule: Shadow File Written"));
    expect(lost(report)?.map(([id]) => id)).toEqual(["CC6.1"]);
    expect(report.difference?.rules).toMatchObject([
      { kind: "renamed", name: "Shadow File Written", was: "Shadow Written" },
    ]);
  });

  test("below the priority of falco.yaml", async () => {
    const report = await change(edit("priority: debug", "priority: error"));
    const line = manifests.split("\n").indexOf("    priority: debug") + 1;
    expect(lost(report)).toEqual([["CC6.6", "falco.yaml", line]]);
  });

  test("unmounted, which costs all", async () => {
    const report = await change(edit("            - {name: rules, mountPath: /etc/falco/rules.d}\n", ""));
    expect(lost(report)?.map(([id]) => id)).toEqual(["CC6.1", "CC6.6", "CC6.8"]);
  });

  test("broken, which costs all, at the line that breaks it", async () => {
    const report = await change(edit("fd.name =", "fd.nam ="));
    const line = manifests.split("\n").findIndex((text) => text.includes("fd.name =")) + 1;
    expect(lost(report)).toEqual(["CC6.1", "CC6.6", "CC6.8"].map((id) => [id, "falco.yaml", line]));
  });

  test("no longer named by the matrix", async () => {
    const report = await change(edit("    CC6.1: [Shadow Written]\n", "", "matrix.yaml"));
    expect(lost(report)?.map(([id]) => id)).toEqual(["CC6.1"]);
    expect(report.difference?.controls[0]?.rules).toEqual([
      { name: "Shadow Written", from: "routed", to: null, blockedBy: null },
    ]);
  });
});

test("a loosened rule costs nothing yet, and is named with what it answers", async () => {
  const report = await change(edit("in (nc, ncat)", "in (nc, ncat) and not user.name = admin"));
  expect(lost(report)).toEqual([]);
  expect(report.difference?.rules).toMatchObject([
    {
      name: "Netcat Started",
      changes: [{ aspect: "condition", effect: "less", details: ["added: not user.name = admin"] }],
      controls: [{ id: "CC6.6" }, { id: "CC6.8" }],
    },
  ]);
});

test("an exception in a file of overrides loosens too", async () => {
  const append = `    - rule: Netcat Started
      exceptions:
        - {name: admins, fields: user.name, comps: in, values: [admin]}
      override: {exceptions: append}
`;
  const report = await change({ "falco.yaml": `${manifests}  z.yaml: |\n${append}` });
  const [rule] = report.difference?.rules ?? [];
  expect(rule?.changes).toEqual([
    { aspect: "condition", effect: "less", details: ['exception "admins" added'] },
  ]);
  // At the item that does it, not at the rule.
  expect([rule?.file, rule?.line]).toEqual(["falco.yaml", manifests.split("\n").length + 1]);
});

test("a report of the older revision does as well as its files", async () => {
  const root = mkdtempSync(path.join(folder, "workspace-"));
  mkdirSync(path.join(root, "events"));
  for (const [file, content] of Object.entries(files)) writeFileSync(path.join(root, file), content);
  const before = await check([], { root });
  writeFileSync(path.join(root, "base.json"), (await formats.json())(before.report, before.context));
  const after = edit("priority: debug", "priority: error");
  for (const [file, content] of Object.entries(after)) writeFileSync(path.join(root, file), content!);
  const withReport = await check([], { root, base: "base.json" });
  const withFiles = await check([], {
    root,
    earlier: { files: new Map(Object.entries(files)), whole: false },
  });
  expect(withReport.report.difference).toEqual(withFiles.report.difference);
});

test("a file that the change adds or deletes is seen as such", async () => {
  const report = await change({ "falco.yaml": undefined, "all.yaml": manifests });
  expect(report.difference).toMatchObject({ controls: [], rules: [] });
});

test("a loss need not fail the check", async () => {
  const root = mkdtempSync(path.join(folder, "workspace-"));
  mkdirSync(path.join(root, "events"));
  const after = { ...files, ...edit("priority: debug", "priority: error") };
  for (const [file, content] of Object.entries(after)) writeFileSync(path.join(root, file), content!);
  const earlier = new Map(Object.entries(files));
  const { report } = await check([], {
    root,
    earlier: { files: earlier, whole: false },
    failOnRegression: "false",
    failOn: "never",
  });
  expect(report.difference?.controls).toHaveLength(1);
  expect(report.summary.failures).toEqual([]);
});

test("what one of several deployments loses, the best of them does not hide", async () => {
  const second = manifests.replaceAll("namespace: falco}", "namespace: edge}");
  const { "falco.yaml": _, ...others } = files;
  const both = { ...others, "a.yaml": manifests, "b.yaml": second };
  const root = mkdtempSync(path.join(folder, "workspace-"));
  mkdirSync(path.join(root, "events"));
  const after = { ...both, "b.yaml": second.replace("priority: debug", "priority: error") };
  for (const [file, content] of Object.entries(after)) writeFileSync(path.join(root, file), content);
  const { report } = await check([], {
    root,
    earlier: { files: new Map(Object.entries(both)), whole: false },
  });
  expect(lost(report)).toEqual([]);
  expect(report.difference?.deployments).toEqual([
    {
      name: "edge/falco",
      from: { covered: 3, total: 3, percent: 100 },
      to: { covered: 2, total: 3, percent: 66 },
    },
  ]);
  expect(report.summary.failures).toContain(
    "The deployment edge/falco covers 2 controls by itself, and covered 3.",
  );
});
