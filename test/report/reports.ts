import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import {
  atLeast,
  type Blocker,
  breadthOf,
  type ControlCoverage,
  type ControlGroup,
  type Coverage,
  countRungs,
  type FrameworkCoverage,
  type RuleCoverage,
  type Rung,
  type Runtime,
  rungs,
  type SignalBreadth,
  type SignalCoverage,
} from "../../src/compliance/coverage.ts";
import type { Difference } from "../../src/compliance/difference.ts";
import type { Finding, Severity } from "../../src/lint/finding.ts";
import type { RenderContext, Report, RuleDescription } from "../../src/report/report.ts";

/** A report with the texts of the files that its findings name. */
export interface Example {
  readonly report: Report;
  readonly sources: Readonly<Record<string, string>>;
}

interface ControlSketch {
  readonly id: string;
  readonly title: string;
  readonly parent?: string;
  readonly runtime?: Runtime;
  readonly why?: string;
  readonly rules?: readonly RuleCoverage[];
  readonly counted?: boolean;
  readonly outOfScope?: string;
  readonly part?: string;
  readonly signals?: readonly SignalBreadth[];
}

function rule(name: string, rung: Rung | null, blockedBy: Blocker | null = null): RuleCoverage {
  return { name, rung, blockedBy };
}

function controlOf(sketch: ControlSketch, level: Rung): ControlCoverage {
  const rules = sketch.rules ?? [];
  const best = rules.reduce<RuleCoverage | null>(
    (top, next) =>
      top === null || (next.rung !== null && rungs.indexOf(next.rung) > rungs.indexOf(top.rung ?? "mapped"))
        ? next
        : top,
    null,
  );
  const rung = best === null ? null : (best.rung ?? "mapped");
  return {
    id: sketch.id,
    title: sketch.title,
    parent: sketch.parent ?? null,
    runtime: sketch.runtime ?? "detect",
    why: sketch.why ?? "",
    rung,
    covered: sketch.runtime !== "none" && atLeast(rung, level),
    counted: sketch.counted ?? true,
    outOfScope: sketch.outOfScope ?? null,
    ...(sketch.part !== undefined && { part: sketch.part }),
    ...(sketch.signals && { breadth: breadthOf(1, 2), signals: sketch.signals }),
    rules,
    blockedBy: best?.blockedBy ?? null,
  };
}

function frameworkOf(
  head: Pick<FrameworkCoverage, "id" | "name" | "version" | "baseline">,
  groups: readonly ControlGroup[],
  controls: readonly ControlCoverage[],
): FrameworkCoverage {
  const of = (runtime: Runtime) => counted(controls).filter((control) => control.runtime === runtime);
  return {
    ...head,
    totals: {
      detect: countRungs(of("detect")),
      partial: countRungs(of("partial")),
      support: countRungs(of("support")),
      none: of("none").length,
    },
    groups,
    controls,
  };
}

function counted(controls: readonly ControlCoverage[]): ControlCoverage[] {
  return controls.filter(({ counted, outOfScope }) => counted && outOfScope === null);
}

function coverageOf(
  level: Rung,
  frameworks: readonly FrameworkCoverage[],
  signals: readonly SignalCoverage[] = [],
): Coverage {
  const detected = frameworks.flatMap(({ controls }) =>
    counted(controls).filter(({ runtime }) => runtime === "detect"),
  );
  return { level, totals: countRungs(detected), frameworks, signals };
}

function reportOf(
  coverage: Coverage,
  found: readonly Omit<Finding, "fingerprint">[],
  summary: Partial<Report["summary"]> = {},
): Report {
  const findings = found.map((finding) => ({ ...finding, fingerprint: fingerprintOf(finding) }));
  const of = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return {
    version: 1,
    tool: { name: "falcoverage", version: "0.1.0" },
    summary: {
      files: 6,
      rules: 14,
      errors: of("error"),
      warnings: of("warning"),
      notices: of("notice"),
      suppressed: { ignored: 0, baseline: 0, gone: 0 },
      covered: coverage.totals.covered,
      total: coverage.totals.total,
      coverage: coverage.totals.percent,
      level: coverage.level,
      falcoVersion: "0.44.1",
      passed: true,
      failures: [],
      failOn: "error",
      onlyNew: false,
      minCoverage: null,
      ...summary,
    },
    findings,
    coverage,
    rules: [],
  };
}

function fingerprintOf({ rule, file, line, column }: Omit<Finding, "fingerprint">): string {
  return createHash("sha256")
    .update(JSON.stringify([rule, file, line, column]))
    .digest("hex")
    .slice(0, 32);
}

const rulesFile = "policies/falco/falco-rules-compliance.yaml";
const matrixFile = "policies/matrix.yaml";

const rulesText = `apiVersion: v1
kind: ConfigMap
metadata:
  name: falco-rules-compliance
data:
  compliance.yaml: |
    - list: shell_binaries
      items: [bash, sh, zsh]

    - rule: Terminal Shell in Container
      desc: A shell with a terminal was started in a container
      condition: spawned_process and container and proc.name in (shell_binarys) and proc.tty != 0
      output: Shell in container (user=%user.name cmd=%proc.cmdline)
      priority: WARNING
      tags: [SOC2_CC6.8, HIPAA_164.312(b)]

    - rule: Patient Records Read
      desc: 患者記録 are read by a process that is not the records service
      condition: open_read and fd.name startswith /srv/患者/ and not proc.nam = records
      output: Records read (file=%fd.name proc=%proc.name)
      priority: DEBUG
      enabled: false
`;

const matrixText = `frameworks:
  pci-dss:
    controls:
\t"10.6": [Audit Log Deleted]
      "10.2.1.1": [Cardholder Data Read]
`;

const soc2 = frameworkOf(
  { id: "soc2", name: "SOC 2", version: "TSC 2017 (2022)", baseline: null },
  [
    { id: "CC6", title: "Access, logical and physical", parent: null },
    { id: "CC7", title: "Operating the systems", parent: null },
  ],
  [
    controlOf(
      {
        id: "CC6.1",
        title: "Logical access protected",
        parent: "CC6",
        why: "Access to protected data by unexpected processes is visible",
        rules: [rule("Sensitive File Read", "routed"), rule("Secret Read by API", "proven")],
      },
      "routed",
    ),
    controlOf(
      {
        id: "CC6.4",
        title: "Physical access limited",
        parent: "CC6",
        runtime: "none",
        why: "Nothing that runs on a node sees a door",
      },
      "routed",
    ),
    controlOf(
      {
        id: "CC6.6",
        title: "Outside threats kept out",
        parent: "CC6",
        why: "Unexpected connections are visible",
      },
      "routed",
    ),
    controlOf(
      {
        id: "CC6.8",
        title: "Unwanted software stopped or found",
        parent: "CC6",
        why: "New binaries and shells are visible when they run",
        rules: [
          rule("Terminal Shell in Container", "mapped", {
            rung: "valid",
            reason: "the condition names a list that does not exist",
            file: rulesFile,
            line: 12,
            column: 66,
          }),
        ],
      },
      "routed",
    ),
    controlOf(
      {
        id: "CC7.2",
        title: "Anomalies watched",
        parent: "CC7",
        runtime: "support",
        why: "Alerts that reach people are the evidence",
        rules: [rule("Alerts are routed to people", "routed")],
      },
      "routed",
    ),
  ],
);

const hipaa = frameworkOf(
  { id: "hipaa", name: "HIPAA Security Rule", version: "45 CFR 164 Subpart C", baseline: null },
  [{ id: "164.312", title: "Technical safeguards", parent: null }],
  [
    controlOf(
      {
        id: "164.312(a)(1)",
        title: "Access control",
        parent: "164.312",
        why: "Reads of records by unexpected processes are visible",
        rules: [
          rule("Patient Records Read", "valid", {
            rung: "enabled",
            reason: "the rule is disabled",
            file: rulesFile,
            line: 22,
            column: 7,
          }),
        ],
      },
      "routed",
    ),
    controlOf(
      {
        id: "164.312(b)",
        title: "Audit controls",
        parent: "164.312",
        why: "Activity in systems that hold records is what a detector records",
        rules: [rule("Sensitive File Read", "routed"), rule("Audit Log Deleted", "routed")],
      },
      "routed",
    ),
    controlOf(
      {
        id: "164.312(c)(1)",
        title: "Integrity",
        parent: "164.312",
        why: "Changes of records are visible",
        rules: [
          rule("Records Changed", "deployed", {
            rung: "routed",
            reason: "priority DEBUG is below the threshold INFO of falco.yaml",
            file: "policies/falco/falco-daemonset.yaml",
            line: 88,
            column: 5,
          }),
        ],
      },
      "routed",
    ),
  ],
);

const pci = frameworkOf(
  { id: "pci-dss", name: "PCI DSS", version: "4.0.1", baseline: null },
  [{ id: "10", title: "Logging and monitoring", parent: null }],
  [
    controlOf(
      {
        id: "10.2.1.1",
        title: "Access to cardholder data logged",
        parent: "10",
        why: "Reads of cardholder data are visible",
        rules: [
          rule("Cardholder Data Read", null, {
            rung: "valid",
            reason: "no loaded file has this rule",
            file: matrixFile,
            line: 5,
            column: 20,
          }),
        ],
      },
      "routed",
    ),
    controlOf(
      {
        id: "10.3.2",
        title: "Audit logs not changed",
        parent: "10",
        why: "Writes to logs are visible",
        rules: [rule("Audit Log Deleted", "routed")],
      },
      "routed",
    ),
    controlOf(
      {
        id: "10.3.4",
        title: "Change detection on audit logs",
        parent: "10",
        why: "Writes to logs are visible",
        outOfScope: "Logs leave the node at once and are kept by the provider",
      },
      "routed",
    ),
    controlOf(
      {
        id: "10.4.1",
        title: "Logs reviewed daily",
        parent: "10",
        runtime: "support",
        why: "Alerts stand for a review",
      },
      "routed",
    ),
  ],
);

/** A repository as a platform team has it in the week it adopts the check. */
/** A signal of which one attack is missed, and on which an everyday event pages. */
const shells: SignalCoverage = {
  id: "shell-in-container",
  definition: "Interactive shell or terminal started inside a container.",
  attacks: [
    { name: "kubectl exec with bash", technique: "T1609", rules: ["Terminal Shell in Container"] },
    { name: "a renamed shell", technique: "T1036.003", rules: [] },
  ],
  everyday: [
    { name: "a script of the image", who: "most images", rules: [] },
    {
      name: "a debug pod is opened",
      who: "people on duty",
      rules: [
        { name: "Terminal Shell in Container", priority: "Critical" },
        { name: "Session Opened", priority: "Notice" },
      ],
    },
  ],
};

export const adoption: Example = {
  report: reportOf(
    coverageOf("routed", [soc2, hipaa, pci], [shells]),
    [
      {
        rule: "falco/undefined-list",
        severity: "error",
        confidence: "high",
        message: 'The condition uses the list "shell_binarys", which no loaded file defines.',
        file: rulesFile,
        line: 12,
        column: 66,
        endLine: 12,
        endColumn: 79,
        falcoCode: "LOAD_ERR_COMPILE_CONDITION",
        help: 'Falco takes the name for a plain value, so the rule loads and never matches a shell. Did you mean "shell_binaries"?',
        fix: {
          description: 'Write "shell_binaries"',
          safe: false,
          edits: [
            {
              file: rulesFile,
              start: { line: 12, column: 66 },
              end: { line: 12, column: 79 },
              text: "shell_binaries",
            },
          ],
        },
      },
      {
        rule: "falco/unknown-field",
        severity: "error",
        confidence: "high",
        message: 'Falco 0.44.1 has no field "proc.nam".',
        file: rulesFile,
        line: 19,
        column: 68,
        endLine: 19,
        endColumn: 76,
        falcoCode: "LOAD_ERR_COMPILE_CONDITION",
        help: 'Did you mean "proc.name"?',
      },
      {
        rule: "falco/rule-disabled",
        severity: "notice",
        confidence: "high",
        message: 'The rule "Patient Records Read" is disabled and takes 164.312(a)(1) with it.',
        file: rulesFile,
        line: 22,
        column: 7,
        endLine: 22,
        endColumn: 21,
      },
      {
        rule: "matrix/retired-control",
        severity: "warning",
        confidence: "high",
        message: "PCI DSS 10.6 is a number of version 3.2.1; in 4.0.1 it stands for time synchronisation.",
        file: matrixFile,
        line: 4,
        column: 2,
        endLine: 4,
        endColumn: 8,
        help: "What 10.6 asked for is 10.4.1 today.",
      },
      {
        rule: "matrix/unknown-rule",
        severity: "error",
        confidence: "high",
        message: 'No loaded file has a rule "Cardholder Data Read".',
        file: matrixFile,
        line: 5,
        column: 20,
        endLine: 5,
        endColumn: 40,
      },
    ],
    {
      passed: false,
      failures: ["3 findings are errors", "Coverage is 37%, less than the 60% that is asked for"],
      minCoverage: 60,
    },
  ),
  sources: { [rulesFile]: rulesText, [matrixFile]: matrixText },
};

const inSoc2 = (id: string) => ({ framework: "soc2", id });

/** What a change does to `adoption`, with a case of each kind. */
export const difference: Difference = {
  totals: [
    {
      framework: "soc2",
      from: { covered: 3, total: 3, percent: 100 },
      to: { covered: 1, total: 3, percent: 33 },
    },
    { from: { covered: 5, total: 8, percent: 62 }, to: { covered: 3, total: 8, percent: 37 } },
  ],
  controls: [
    ...["CC6.1", "CC6.8"].map((id) => ({
      ...inSoc2(id),
      title: "Title",
      kind: "lost" as const,
      from: "routed" as const,
      to: "valid" as const,
      counted: true,
      rules: [
        {
          name: "Cryptominer Detected",
          from: "routed" as const,
          to: "valid" as const,
          blockedBy: { rung: "enabled" as const, reason: "The rule is disabled.", file: rulesFile, line: 22 },
        },
      ],
      cause: { rung: "enabled" as const, reason: "The rule is disabled.", file: rulesFile, line: 22 },
    })),
    {
      ...inSoc2("CC7.1"),
      title: "Title",
      kind: "gained",
      from: null,
      to: "routed",
      counted: true,
      rules: [{ name: "Drift", from: null, to: "routed", blockedBy: null }],
      cause: null,
    },
    {
      ...inSoc2("CC7.2"),
      title: "Title",
      kind: "left",
      from: "routed",
      to: null,
      counted: true,
      rules: [],
      cause: null,
    },
  ],
  deployments: [
    {
      name: "overlays/production: falco-system/falco",
      from: { covered: 5, total: 8, percent: 62 },
      to: { covered: 2, total: 8, percent: 25 },
    },
  ],
  rules: [
    {
      name: "Cryptominer Detected",
      kind: "changed",
      changes: [{ aspect: "enabled", to: false }],
      file: rulesFile,
      line: 22,
      controls: [inSoc2("CC6.1"), inSoc2("CC6.8")],
    },
    {
      name: "Reverse Shell",
      kind: "changed",
      changes: [
        { aspect: "condition", effect: "less", details: ['exception "admins" added'] },
        { aspect: "priority", from: "CRITICAL", to: "NOTICE" },
      ],
      file: rulesFile,
      line: 30,
      controls: [inSoc2("CC6.6")],
    },
    { name: "Old", kind: "removed", changes: [], file: rulesFile, line: 40, controls: [] },
    { name: "Drift", kind: "added", changes: [], file: rulesFile, line: 50, controls: [inSoc2("CC7.1")] },
    {
      name: "New Name",
      was: "Old Name",
      kind: "renamed",
      changes: [],
      file: rulesFile,
      line: 60,
      controls: [],
    },
    {
      name: "Rewritten",
      kind: "changed",
      changes: [{ aspect: "condition", effect: "undecided", details: [] }],
      file: rulesFile,
      line: 70,
      controls: [],
    },
  ],
  findings: { added: [adoption.report.findings[1]!.fingerprint], fixed: 2 },
};

/** Nothing wrong, everything covered. */
export const clean: Example = {
  report: reportOf(
    coverageOf("deployed", [
      frameworkOf(
        { id: "fedramp", name: "FedRAMP (NIST SP 800-53)", version: "Rev 5", baseline: "moderate" },
        [{ id: "AU", title: "Audit and Accountability", parent: null }],
        [
          controlOf(
            {
              id: "AU-2",
              title: "Event Logging",
              parent: "AU",
              why: "Events are what it asks for",
              rules: [rule("Any Privileged Session", "proven")],
            },
            "deployed",
          ),
          controlOf(
            {
              id: "AU-9",
              title: "Protection of Audit Information",
              parent: "AU",
              why: "Tampering is visible",
              rules: [rule("Audit Log Deleted", "routed")],
            },
            "deployed",
          ),
        ],
      ),
    ]),
    [],
    { files: 1, rules: 2, minCoverage: 100 },
  ),
  sources: {},
};

/** No matrix and one file with a YAML error. */
export const unmapped: Example = {
  report: reportOf(
    coverageOf("routed", []),
    [
      {
        rule: "yaml/syntax",
        severity: "error",
        confidence: "high",
        message: "A tab cannot indent YAML.",
        file: matrixFile,
        line: 4,
        column: 1,
        endLine: 4,
        endColumn: 2,
        help: "Use spaces.",
      },
    ],
    { files: 1, rules: 0, passed: false, failures: ["1 finding is an error"] },
  ),
  sources: { [matrixFile]: matrixText },
};

const payloads = [
  "@octocat and @org/team, fixes #1, GH-2, org/repo#3, see https://evil.example/?a=b or www.evil.example, mail me@evil.example",
  "<img src=x onerror=alert(1)><script>alert(1)</script><!-- falcoverage -->",
  "| cell | break |\n| --- | --- |\n::error::injected\r\n%0A::warning::x",
  "[link](javascript:alert(1)) ![image](https://evil.example/x.png) **bold** `code` ~~gone~~ $\\alpha$ :tada:",
  '=HYPERLINK("https://evil.example") ]]> &amp; "quoted" \'single\'',
  "\u001b[31mred\u001b]8;;https://evil.example\u0007link\u0000\u202egnp.exe\ud800",
] as const;

/** Every text that a repository can choose, chosen by an attacker. */
export const hostile: Example = {
  report: reportOf(
    coverageOf(
      "routed",
      [
        frameworkOf(
          { id: payloads[1], name: payloads[0], version: payloads[5], baseline: payloads[2] },
          [{ id: payloads[3], title: payloads[4], parent: payloads[3] }],
          payloads.map((payload, i) =>
            controlOf(
              {
                id: `${payload}${i}`,
                title: payload,
                parent: payloads[3],
                why: payload,
                runtime: i === 0 ? "partial" : "detect",
                part: payload,
                signals: [{ id: payload, attacks: 2, detected: 1, percent: 50, missed: [payload] }],
                rules: [
                  rule(payload, "mapped", {
                    rung: "valid",
                    reason: payload,
                    file: payload,
                    line: 1,
                    column: 1,
                  }),
                ],
              },
              "routed",
            ),
          ),
        ),
      ],
      payloads.map((payload) => ({
        id: payload,
        definition: payload,
        attacks: [{ name: payload, technique: payload, rules: [] }],
        everyday: [{ name: payload, who: payload, rules: [{ name: payload, priority: "ERROR" }] }],
      })),
    ),
    payloads.map((payload, i) => ({
      rule: "falco/rule-shape",
      severity: "warning",
      confidence: "high",
      message: payload,
      file: `policies/${payload}.yaml`,
      line: 1,
      column: i + 1,
      endLine: 1,
      endColumn: i + 4,
      help: payload,
      fix: {
        description: payload,
        safe: true,
        edits: [
          {
            file: `policies/${payload}.yaml`,
            start: { line: 1, column: 1 },
            end: { line: 1, column: 2 },
            text: payload,
          },
        ],
      },
    })),
    { passed: false, failures: [payloads[0], payloads[2]] },
  ),
  sources: Object.fromEntries(payloads.map((payload) => [`policies/${payload}.yaml`, `${payload}\n`])),
};

interface Catalog {
  readonly framework: { readonly id: string; readonly name: string; readonly version: string };
  readonly controls: readonly {
    readonly id: string;
    readonly title: string;
    readonly parent?: string;
    readonly group?: boolean;
    readonly runtime: Runtime;
    readonly why?: string;
    readonly shows?: string;
    readonly reason?: string;
    readonly baselines?: readonly string[];
  }[];
}

const outcomes: readonly ((id: string) => readonly RuleCoverage[])[] = [
  (id) => [rule(`Rule for ${id}`, "routed"), rule("Sensitive File Read", "routed")],
  (id) => [rule(`Rule for ${id}`, "proven")],
  () => [],
  (id) => [rule(`Rule for ${id}`, "routed")],
  (id) => [
    rule(`Rule for ${id}`, "valid", {
      rung: "enabled",
      reason: "the rule is disabled",
      file: rulesFile,
      line: 22,
      column: 7,
    }),
  ],
  (id) => [rule(`Rule for ${id}`, "routed")],
  (id) => [
    rule(`Rule for ${id}`, "deployed", {
      rung: "routed",
      reason: "priority DEBUG is below the threshold INFO of falco.yaml",
      file: "policies/falco/falco-daemonset.yaml",
      line: 88,
      column: 5,
    }),
  ],
];

/** The six frameworks of the product in full, with rungs spread over them: the size that reports really have. */
export function everyFramework(): Example {
  let turn = 0;
  const frameworks = ["soc2", "hipaa", "pci-dss", "gdpr", "fedramp", "iso27001"].map((id) => {
    const path = new URL(`../../policies/frameworks/${id}.yaml`, import.meta.url);
    const { framework, controls } = parse(readFileSync(path, "utf8")) as Catalog;
    const baseline = id === "fedramp" ? "moderate" : null;
    const groups = controls
      .filter(({ group }) => group === true)
      .map(({ id, title, parent }) => ({ id, title, parent: parent ?? null }));
    const headings = new Set(groups.map((group) => group.id));
    return frameworkOf(
      { id, name: framework.name, version: framework.version, baseline },
      groups,
      controls
        .filter(({ group }) => group !== true)
        .filter(({ baselines }) => baseline === null || baselines?.includes(baseline) === true)
        .map(({ id: control, title, parent, runtime, why, shows, reason }) =>
          controlOf(
            {
              id: control,
              title,
              runtime,
              why: why ?? shows ?? reason ?? "",
              rules: runtime === "none" ? [] : outcomes[turn++ % outcomes.length]!(control),
              counted: id !== "gdpr" || headings.has(parent ?? ""),
              ...(parent === undefined ? {} : { parent }),
            },
            "routed",
          ),
        ),
    );
  });
  return {
    ...adoption,
    report: reportOf(coverageOf("routed", frameworks), adoption.report.findings, {
      files: 31,
      rules: 96,
      passed: false,
      failures: ["3 findings are errors"],
    }),
  };
}

const descriptions: RuleDescription[] = [
  ["falco/undefined-list", "error", "A condition uses a list that no loaded file defines"],
  [
    "falco/unknown-field",
    "error",
    "A condition or an output uses a field that this Falco version does not have",
  ],
  ["falco/rule-disabled", "notice", "A rule that a control needs is disabled"],
  ["falco/rule-shape", "error", "A rule lacks a key or has one of the wrong type"],
  ["matrix/retired-control", "warning", "The matrix uses a control number of an older edition"],
  ["matrix/unknown-rule", "error", "The matrix names a rule that does not exist"],
  ["yaml/syntax", "error", "A file is not YAML"],
].map(([id, severity, summary]) => ({
  id: id!,
  severity: severity as Severity,
  confidence: "high",
  summary: summary!,
  page: () => `# ${id}\n\n${summary}.\n`,
  url: `https://example.test/docs/rules/${id}.md`,
}));

export function contextOf(example: Example, changes: Partial<RenderContext> = {}): RenderContext {
  return {
    source: (file) => example.sources[file],
    color: false,
    quiet: false,
    width: 110,
    rules: new Map(descriptions.map((description) => [description.id, description])),
    ...changes,
  };
}
