import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { run } from "../../src/commands/program.ts";
import type { Report } from "../../src/report/report.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "falcoverage-"));
  write(workspace(rules));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(files: Readonly<Record<string, string | Buffer>>): void {
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), content);
  }
}

async function evidence(...args: readonly string[]) {
  let out = "";
  let error = "";
  const code = await run(
    [
      "evidence",
      "--alerts",
      "alerts.jsonl",
      "--metrics",
      "metrics.json",
      "--from",
      from,
      "--to",
      to,
      ...args,
    ],
    {
      stdout: { write: (text) => (out += text) },
      stderr: { write: (text) => (error += text) },
      env: {},
      cwd: () => folder,
    },
  );
  return { code, out, error };
}

async function report(): Promise<Report> {
  return JSON.parse((await evidence("--format", "json")).out) as Report;
}

/** The rule, and the control that it covers. */
async function outcome() {
  const { operation, coverage } = await report();
  const [rule] = operation!.rules;
  const control = coverage.frameworks[0]!.controls.find(({ id }) => id === "own-1")!;
  return { rule: rule!, control, exceptions: operation!.exceptions };
}

const from = "2026-10-01";
const to = "2026-10-02";
const start = Date.parse(`${from}T00:00:00Z`) / 1000;

const rules = `- rule: Vault dumped
  desc: The vault is dumped.
  condition: evt.type = execve and proc.name = vaultctl
  output: "Vault dumped (process=%proc.name)"
  priority: CRITICAL
`;

function workspace(text: string): Readonly<Record<string, string>> {
  return {
    "falco.yaml": `apiVersion: apps/v1
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
    http_output: {enabled: true, url: "http://falcosidekick:2801"}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: falco-rules, namespace: falco}
data:
  vault.yaml: |
${text.replace(/^(?=.)/gm, "    ")}
---
apiVersion: v1
kind: Service
metadata: {name: falcosidekick, namespace: falco}
spec: {selector: {app: sidekick}, ports: [{port: 2801}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: falcosidekick, namespace: falco}
spec:
  selector: {matchLabels: {app: sidekick}}
  template:
    metadata: {labels: {app: sidekick}}
    spec:
      containers:
        - name: falcosidekick
          image: falcosecurity/falcosidekick:2.32.0
          ports: [{containerPort: 2801}]
          env: [{name: SLACK_WEBHOOKURL, value: "https://hooks.slack.com/services/T0/B0/x1"}]
`,
    "rules/vault.yaml": text,
    "tests.yaml": `version: 1
rules: [rules/vault.yaml]
tests:
  - rule: Vault dumped
    fires: [{name: a dump, event: {evt.type: execve, proc.name: vaultctl}}]
    silent: [{name: another program, event: {evt.type: execve, proc.name: vault}}]
`,
    "framework.yaml": `framework: {id: own, name: Own, version: "1"}
controls:
  - {id: own-1, title: Dumps are seen, runtime: detect, why: "A dump is a process.", signals: [vault-dump]}
`,
    "signal.yaml": `signal: vault-dump
definition: The vault is dumped.
attacks:
  - {name: by its own tool, technique: T1555, events: [{like: web, evt.type: execve, proc.exepath: /usr/bin/vaultctl}]}
`,
    "matrix.yaml": "version: 1\nframeworks: [{id: own}]\ncontrols: {own: {own-1: [Vault dumped]}}\n",
  };
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

type Hours = readonly [number, number];

interface NodeMetrics {
  readonly sha256?: string;
  /** Hours of the period in which Falco answers, from the first to the last. */
  readonly hours?: Hours;
  readonly dropped?: number;
  readonly matches?: number;
}

const step = 300;

/** What `/api/v1/query_range` says of nodes with a Falco each, and of the nodes there are. */
function metrics(
  nodes: Readonly<Record<string, NodeMetrics>>,
  listed: readonly string[] = Object.keys(nodes),
): string {
  const times = (first: number, last: number) =>
    Array.from({ length: ((last - first) * 3600) / step }, (_, index) => start + first * 3600 + index * step);
  const series = (
    metric: object,
    [first, last]: readonly [number, number],
    value: (share: number) => number,
  ) => {
    const all = times(first, last);
    return { metric, values: all.map((time, index) => [time, String(value(index / (all.length - 1)))]) };
  };
  const result = Object.entries(nodes).flatMap(
    ([node, { sha256 = hash(rules), hours = [0, 48] as Hours, dropped = 0, matches }]) => {
      const target = { instance: `${node}:8765`, node };
      const one = (name: string, labels: object, value: (share: number) => number) =>
        series({ __name__: `falcosecurity_${name}`, ...target, ...labels }, hours, value);
      return [
        one("falco_sha256_rules_files_info", { file_name: "vault.yaml", sha256 }, () => 1),
        one("falco_version_info", { version: "0.44.1" }, () => 1),
        one("scap_engine_name_info", { engine_name: "modern_bpf", evt_source: "syscall" }, () => 1),
        one("scap_n_evts_total", {}, (share) => Math.round(1e6 * share)),
        one("scap_n_drops_total", {}, (share) => Math.round(dropped * share)),
        ...(matches === undefined
          ? []
          : [
              one(
                "falco_rules_matches_total",
                { rule_name: "Vault dumped", priority: "2", source: "syscall", tag_vault: "true" },
                (share) => Math.round(matches * share),
              ),
            ]),
      ];
    },
  );
  const inventory = listed.map((node) => series({ __name__: "kube_node_info", node }, [0, 48], () => 1));
  return JSON.stringify({
    status: "success",
    data: { resultType: "matrix", result: [...result, ...inventory] },
  });
}

function alert(time: string, more: object = { uuid: "6c1fb1f2" }): string {
  return JSON.stringify({
    output: "Vault dumped",
    priority: "Critical",
    rule: "Vault dumped",
    time,
    source: "syscall",
    hostname: "a",
    output_fields: { "k8s.ns.name": "vault", "container.image.repository": "registry.example.com/vault" },
    ...more,
  });
}

const arrived = alert("2026-10-01T10:00:00.123456789Z");

describe("a rule operated", () => {
  test("when all nodes ran it and an alert of it arrived; a drill is counted apart", async () => {
    const drill = alert("2026-10-02T09:00:00Z", {
      uuid: "7d",
      output_fields: { "container.image.repository": "docker.io/falcosecurity/event-generator" },
    });
    write({ "metrics.json": metrics({ a: {}, b: {} }), "alerts.jsonl": `${arrived}\n${drill}\n` });
    const { rule, control } = await outcome();
    expect(rule).toMatchObject({ operated: true, ran: 100, alerts: 1, drills: 1, gap: null });
    expect(rule.shown).toMatchObject({ drill: true, file: "alerts.jsonl", line: 2 });
    expect(control).toMatchObject({ rung: "operating", covered: true, blockedBy: null });
  });

  test("with drills as the configuration marks them, and files packed by gzip", async () => {
    write({
      "falcoverage.yaml": "version: 1\ndrills: [{k8s.ns.name: vault}]\n",
      "metrics.json": gzipSync(metrics({ a: {} })),
      "alerts.jsonl": gzipSync(`${arrived}\n`),
    });
    expect((await outcome()).rule).toMatchObject({ operated: true, alerts: 0, drills: 1 });
  });

  test("when nodes ran an earlier text in which the rule is the same, as history shows", async () => {
    const earlier = `# The vault.\n${rules}`;
    write(workspace(earlier));
    commit("2026-09-01T00:00:00Z");
    write(workspace(rules));
    commit("2026-10-02T00:00:00Z");
    write({ "metrics.json": metrics({ a: { sha256: hash(earlier) }, b: {} }), "alerts.jsonl": arrived });
    expect(await outcome()).toMatchObject({ rule: { operated: true, ran: 100 }, exceptions: [] });
  });
});

function commit(date: string): void {
  const git = (...args: readonly string[]) =>
    execFileSync("git", ["-C", folder, "-c", "user.name=a", "-c", "user.email=a@example.com", ...args], {
      env: { ...process.env, GIT_COMMITTER_DATE: date, GIT_AUTHOR_DATE: date },
    });
  git("init", "-q");
  git("add", ".");
  git("commit", "-q", "-m", "change");
}

describe("a rule is not shown to have operated", () => {
  const gap = async (nodes: Parameters<typeof metrics>[0], alerts = arrived, listed?: readonly string[]) => {
    write({ "metrics.json": metrics(nodes, listed), "alerts.jsonl": alerts });
    const { rule, control } = await outcome();
    expect(rule.operated).toBe(false);
    expect(control).toMatchObject({
      rung: "proven",
      covered: false,
      blockedBy: { rung: "operating", reason: rule.gap },
    });
    expect(control.blockedBy).toEqual({ rung: "operating", reason: rule.gap });
    return rule.gap;
  };

  test("by silence", async () => {
    expect(await gap({ a: {} }, "")).toContain("silence proves nothing");
    expect(await gap({ a: {} }, alert("2026-10-03T00:00:00Z"))).toContain("silence proves nothing");
  });

  test("by lines of Falco's own, where falcosidekick is on the way", async () => {
    expect(await gap({ a: {} }, alert("2026-10-01T10:00:00Z", {}))).toContain("not that they arrived");
  });

  test("without a list of nodes, or with one of a part of the period", async () => {
    expect(await gap({ a: {} }, arrived, [])).toContain("kube_node_info");
  });

  test("where a node was silent, for a time or always", async () => {
    expect(await gap({ a: {}, b: { hours: [0, 40] } })).toBe(
      'Nodes ran "Vault dumped" as it is checked for 91% of their time, and 99% are required.',
    );
    expect(await gap({ a: {} }, arrived, ["a", "b"])).toContain("50%");
    expect((await outcome()).exceptions).toEqual([
      "b was silent: it existed for 2 d, and Falco never answered.",
    ]);
  });

  test("where nodes ran other rules", async () => {
    expect(await gap({ a: {}, b: { sha256: hash("other") } })).toContain("50%");
    expect((await outcome()).exceptions).toEqual([
      `b ran vault.yaml (sha256 ${hash("other").slice(0, 12)}), which no revision of the repository in the period has, for 2 d.`,
    ]);
  });

  test("where history has the text, and the rule in it is another", async () => {
    const earlier = rules.replace("vaultctl", "vault");
    write(workspace(earlier));
    commit("2026-09-01T00:00:00Z");
    write(workspace(rules));
    commit("2026-10-02T00:00:00Z");
    expect(await gap({ a: { sha256: hash(earlier) }, b: {} })).toContain("50%");
    expect((await outcome()).exceptions).toEqual([]);
  });

  test("where the driver dropped events", async () => {
    expect(await gap({ a: { dropped: 20_000 } })).toBe(
      "Falco dropped 20000 of 1000000 kernel events: it kept 98%, and 99% are required.",
    );
  });

  test("where alerts were lost", async () => {
    expect(await gap({ a: { matches: 40 } })).toBe(
      '"Vault dumped" matched 40 times on the nodes, and of its alerts 1 arrived: 2%, and 99% are required.',
    );
    expect(await gap({ a: { matches: 40 } }, "")).toContain("no alert of it arrived");
  });
});

describe("what is read", () => {
  test("malformed lines, alerts of other times and series that are none are counted and told", async () => {
    const good = JSON.parse(metrics({ a: {} })) as { data: { result: object[] } };
    good.data.result.push({ metric: { __name__: "up" }, values: [["now", "1"]] }, { values: [] });
    write({
      "metrics.json": JSON.stringify(good),
      "alerts.jsonl": `Falco initialized\n\n[1]\n{"rule": 1}\n${"x".repeat(2 * 1024 * 1024)}\n${alert("2026-09-30T23:59:59Z")}\n${alert("today")}\n${arrived}`,
    });
    const { operation } = await report();
    expect(operation!.alerts).toMatchObject({ read: 1, outside: 1, malformed: 5 });
    expect(operation!.alerts.problems.map((problem) => problem.slice(0, 40))).toEqual([
      expect.stringMatching(/^alerts.jsonl:1: This is not a line/),
      expect.stringMatching(/^alerts.jsonl:3: A line of Falco's/),
      "alerts.jsonl:4: It names no `rule`.",
      "alerts.jsonl:5: It is longer than 1 MiB.",
      expect.stringMatching(/^alerts.jsonl:7: It has no `time`/),
    ]);
    expect(operation!.metrics.problems).toEqual([
      "metrics.json: series 7: A sample is not a time and a number.",
      "metrics.json: series 8: It has no `metric` and `values`.",
    ]);
  });

  test("an alert that Falco wrote and two replicas of falcosidekick passed on counts once, as one that arrived", async () => {
    const own = alert("2026-10-01T10:00:00.123456789Z", {});
    const other = alert("2026-10-01T10:00:00.123456789Z", { uuid: "another" });
    const next = alert("2026-10-01T10:00:00.123456790Z");
    write({ "metrics.json": metrics({ a: {} }), "alerts.jsonl": [own, arrived, other, next, ""].join("\n") });
    const { operation } = await report();
    expect(operation!.alerts).toMatchObject({ read: 2, repeated: 2 });
    expect(operation!.rules[0]).toMatchObject({ alerts: 2, operated: true });
  });

  test("names of prototypes and of markup do no harm", async () => {
    const hostile = JSON.parse(metrics({ "<b>|`x`": {}, ["__proto__"]: {} })) as {
      data: { result: object[] };
    };
    hostile.data.result.push({ metric: { __name__: "constructor", __proto__: "x" }, values: [[start, "1"]] });
    write({
      "metrics.json": JSON.stringify(hostile),
      "alerts.jsonl": `{"rule":"__proto__","time":"${from}T01:00:00Z","output_fields":{"__proto__":{"a":1}}}\n${arrived}`,
    });
    expect((await evidence()).out).toContain("100%");
    const page = (await evidence("--format", "html")).out;
    expect(page).toContain("&lt;b&gt;|`x`");
    expect(page).not.toContain("<b>|");
  });

  test.each([
    [["--from", "2026-10-05"], "The period ends on 2026-10-02, before it begins on 2026-10-05."],
    [["--from", "2026-02-30"], '--from takes a day such as 2026-09-30, not "2026-02-30".'],
    [["--to", "2999-01-01"], "The period ends on 2999-01-01, which is still to come."],
    [["--alerts", "none.jsonl"], "Cannot read none.jsonl: ENOENT"],
    [["--metrics", "tests.yaml"], "tests.yaml is not JSON"],
    [["--metrics", "broken.json"], "broken.json is an error of Prometheus: too many samples"],
    [["--metrics", "vector.json"], "vector.json is no range query"],
  ])("%j is refused", async (args, message) => {
    write({
      "metrics.json": metrics({}),
      "alerts.jsonl": "",
      "broken.json": '{"status":"error","error":"too many samples"}',
      "vector.json": '{"status":"success","data":{"resultType":"vector","result":[]}}',
    });
    const { code, error } = await evidence(...args);
    expect(code).toBe(2);
    expect(error).toContain(message);
  });
});

test("the report follows its schemas, with dates and subjects in OSCAL", async () => {
  write({ "metrics.json": metrics({ a: {}, b: {} }), "alerts.jsonl": arrived });
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const schema = (file: string) => JSON.parse(readFileSync(new URL(file, import.meta.url), "utf8")) as object;
  const isReport = ajv.compile(schema("../../schemas/report.schema.json"));
  isReport(await report());
  expect(isReport.errors ?? []).toEqual([]);
  const isOscal = ajv.compile(schema("../report/fixtures/oscal-1.2.2.schema.json"));
  const oscal = JSON.parse((await evidence("--format", "oscal")).out);
  isOscal(oscal);
  expect(isOscal.errors?.slice(0, 3) ?? []).toEqual([]);
  const [result] = oscal["assessment-results"].results;
  expect(result).toMatchObject({ start: "2026-10-01T00:00:00Z", end: "2026-10-02T23:59:59Z" });
  const observation = result.observations.find(({ title }: { title: string }) =>
    title.endsWith(": operation"),
  );
  const nodes = result["local-definitions"]["inventory-items"].map(({ uuid }: { uuid: string }) => uuid);
  expect(observation.subjects.map((subject: Record<string, string>) => subject["subject-uuid"])).toEqual(
    nodes,
  );
});

test("as text and as Markdown", async () => {
  write({ "metrics.json": metrics({ a: {}, b: { hours: [0, 40] } }), "alerts.jsonl": arrived });
  expect((await evidence()).out).toMatchInlineSnapshot(`
    "From 2026-10-01 to 2026-10-02, detectors of 0 of 1 detectable control (0%) are shown to have
    operated.

    Read
      - 1 alert of the period, 0 outside of it, 0 malformed lines.
      - 12 series of metrics, a sample every 300 s, 2 nodes; 99% of time, of events and of alerts are
        asked for.

    Exceptions
      - b: no answer for 8 h, the longest gap from 2026-10-02 16:00 UTC to 2026-10-03 00:00 UTC.

    Rules
    ✗ Vault dumped
        Nodes ran "Vault dumped" as it is checked for 91% of their time, and 99% are required.

    Own 1
    ✗ own-1 Dumps are seen
        Nodes ran "Vault dumped" as it is checked for 91% of their time, and 99% are required.

    This says that detectors ran, and that an alert of each was seen to arrive. It does not say that
    anybody acted on alerts, that the exports are complete, or that an auditor accepts them.
    "
  `);
  expect((await evidence("--format", "markdown")).out).toMatchInlineSnapshot(`
    "# Operating effectiveness

    From 2026-10-01 to 2026-10-02, detectors of 0 of 1 detectable control (0%) are shown to have operated.

    ## Read

    - 1 alert of the period, 0 outside of it, 0 malformed lines.
    - 12 series of metrics, a sample every 300 s, 2 nodes; 99% of time, of events and of alerts are asked for.

    ## Exceptions

    - b: no answer for 8 h, the longest gap from 2026-10-02 16:00 UTC to 2026-10-03 00:00 UTC.

    ## Rules

    | rule | operated | why |
    | --- | --- | --- |
    | \`Vault dumped\` | no | Nodes ran "Vault dumped" as it is checked for 91% of their time, and 99% are required. |

    ## Own 1

    | control | operating | what is missing |
    | --- | --- | --- |
    | own-1 Dumps are seen | no | Nodes ran "Vault dumped" as it is checked for 91% of their time, and 99% are required. |

    This says that detectors ran, and that an alert of each was seen to arrive. It does not say that anybody acted on alerts, that the exports are complete, or that an auditor accepts them.
    "
  `);
});
