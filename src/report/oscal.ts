import { createHash } from "node:crypto";
import {
  atLeast,
  type Blocker,
  type ControlCoverage,
  type FrameworkCoverage,
  frameworkHeads,
  ladderOf,
  type ReportedRule,
  type RuleCoverage,
  type Rung,
} from "../compliance/index.ts";
import { blockerText, frameworkTitle, statusOf } from "./controls.ts";
import { jsonText, wellFormed } from "./escape.ts";
import { operationRecords, recordUuid } from "./oscal-operation.ts";
import { line, ns, uuid, word } from "./oscal-values.ts";
import type { Format, RenderContext, Report } from "./report.ts";

/** The edition of OSCAL that is written. */
const oscalVersion = "1.2.2";

const partial =
  "Partial evidence: detection at run time does not satisfy a control by itself. The objective is that the control is watched.";

/** OSCAL assessment results: a result for each framework, a finding for each control that can be seen at run time. */
export const oscal: Format = (report, context) => {
  const time = timeOf(context);
  const plan = uuid("plan");
  const frameworks = report.coverage.frameworks.map((framework) => ({
    framework,
    controls: requiredControls(framework),
  }));
  const seen = frameworks.filter(({ controls }) => controls.length > 0);
  const document = {
    "assessment-results": {
      uuid: uuid("assessment-results", report),
      metadata: metadata("Falco coverage: assessment results", report, time),
      "import-ap": { href: `#${plan}` },
      ...(seen.length === 0
        ? {}
        : {
            "local-definitions": {
              "objectives-and-methods": seen.flatMap(({ framework, controls }) =>
                controls.map((control) => objective(framework, control)),
              ),
            },
          }),
      results: (seen.length === 0 ? [undefined] : seen).map((one) => result(one, report, context, time)),
      "back-matter": {
        resources: [
          {
            uuid: plan,
            title: "Assessment plan",
            description:
              "falcoverage check: static analysis of the Falco rules, the manifests that deploy them and the route of their alerts, and tests of the rules.",
          },
        ],
      },
    },
  };
  return `${jsonText(document)}\n`;
};

/** An OSCAL component definition: the monitoring as a component, with what it implements of each control. */
export const oscalComponent: Format = (report, context) => {
  const implementations = report.coverage.frameworks.flatMap((framework) => {
    const controls = requiredControls(framework).filter((control) => control.rules.length > 0);
    if (controls.length === 0) return [];
    return [
      {
        uuid: uuid("control-implementation", framework.id, framework.baseline),
        source: sourceOf(framework),
        description: `What Falco shows of ${line(frameworkTitle(framework))}. ${partial}`,
        "implemented-requirements": controls.map((control) => requirement(framework, control)),
      },
    ];
  });
  const document = {
    "component-definition": {
      uuid: uuid("component-definition", report),
      metadata: metadata("Falco coverage: component definition", report, timeOf(context)),
      components: [
        {
          uuid: uuid("component"),
          type: "software",
          title: "Falco",
          description: `Detection at run time by Falco ${line(report.summary.falcoVersion)} with ${report.summary.rules} rules.`,
          props: [{ name: "version", value: word(report.summary.falcoVersion) }],
          ...(implementations.length === 0 ? {} : { "control-implementations": implementations }),
        },
      ],
    },
  };
  return `${jsonText(document)}\n`;
};

function metadata(title: string, report: Report, time: string): object {
  return {
    title,
    "last-modified": time,
    version: digest(report).slice(0, 12),
    "oscal-version": oscalVersion,
    props: [{ name: "tool-version", ns, value: word(report.tool.version) }],
  };
}

/** The controls that a result speaks of: in scope, and visible at run time or by the monitoring itself. */
function requiredControls({ controls }: FrameworkCoverage): ControlCoverage[] {
  return controls.filter(({ runtime, outOfScope }) => runtime !== "none" && outOfScope === null);
}

function objective(framework: FrameworkCoverage, control: ControlCoverage): object {
  const id = controlId(framework, control);
  return {
    "control-id": id,
    parts: [
      {
        id: objectiveId(id),
        name: "assessment-objective",
        ns,
        prose: `${line(control.title)}: ${subjectOf(control)}. ${line(control.why)}`,
      },
    ],
  };
}

function result(
  reviewed: { framework: FrameworkCoverage; controls: readonly ControlCoverage[] } | undefined,
  report: Report,
  context: RenderContext,
  time: string,
): object {
  const { level } = report.coverage;
  if (reviewed === undefined) {
    const description = "No framework is in use, so no control was reviewed.";
    return {
      uuid: uuid("result"),
      title: "Falco coverage",
      description,
      start: time,
      "reviewed-controls": { "control-selections": [{ description, "include-all": {} }] },
    };
  }
  const { framework, controls } = reviewed;
  const rules = new Map(controls.flatMap((control) => control.rules.map((rule) => [rule.name, rule])));
  const defined = new Map(report.rules.map((rule) => [rule.name, rule]));
  const observations = [...rules.values()].map((rule) =>
    observation(framework, rule, defined.get(rule.name), level, context, time),
  );
  const records = operationRecords(framework.id, report.operation, [...rules.keys()], time);
  return {
    uuid: uuid("result", framework.id, framework.baseline),
    title: line(frameworkTitle(framework)),
    description: `Controls count as satisfied from the rung ${level} on. ${partial}`,
    ...(records?.dates ?? { start: time }),
    props: [{ name: "level", ns, value: level }],
    ...(records === undefined || records.nodes.length === 0
      ? {}
      : { "local-definitions": { "inventory-items": records.nodes } }),
    "reviewed-controls": {
      "control-selections": [
        { "include-controls": controls.map((control) => ({ "control-id": controlId(framework, control) })) },
      ],
    },
    ...(observations.length === 0
      ? {}
      : { observations: [...observations, ...(records?.observations ?? [])] }),
    findings: controls.map((control) => finding(framework, control, records?.rules ?? new Set())),
  };
}

function observation(
  framework: FrameworkCoverage,
  rule: RuleCoverage,
  defined: ReportedRule | undefined,
  level: Rung,
  context: RenderContext,
  time: string,
): object {
  const evidence = [
    ...(defined?.file == null ? [] : [location("The rule.", defined.file, defined.line, context)]),
    ...(rule.evidence === undefined
      ? []
      : [location(rule.evidence.sentence, rule.evidence.file, rule.evidence.line, context)]),
    ...(rule.blockedBy === null
      ? []
      : [location(rule.blockedBy.reason, rule.blockedBy.file, rule.blockedBy.line, context)]),
  ];
  return {
    uuid: uuid("observation", framework.id, rule.name),
    title: line(rule.name),
    description:
      `Reaches the rung ${rule.rung ?? "none"} of ${ladderOf(level).join(", ")}. ${blockerOf(rule.blockedBy)}`.trim(),
    props: [{ name: "rung", ns, value: rule.rung ?? "none" }],
    methods: [atLeast(rule.rung, "proven") && rule.evidence === undefined ? "TEST" : "EXAMINE"],
    types: ["control-objective"],
    ...(evidence.length === 0 ? {} : { "relevant-evidence": evidence }),
    collected: time,
  };
}

function location(
  description: string,
  file: string | undefined,
  number: number | null | undefined,
  context: RenderContext,
): object {
  if (file === undefined) return { description: line(description) };
  const path = wellFormed(file).split("/").map(encodeURIComponent).join("/");
  const href = context.link?.(file, number ?? undefined) ?? `${path}${number == null ? "" : `#L${number}`}`;
  return { href, description: line(description) };
}

function finding(
  framework: FrameworkCoverage,
  control: ControlCoverage,
  recorded: ReadonlySet<string>,
): object {
  const id = controlId(framework, control);
  const isMet = statusOf(control) === "covered";
  const blocker = blockerText(control);
  return {
    uuid: uuid("finding", framework.id, control.id),
    title: line(`${control.id} ${control.title}`),
    description: isMet
      ? `Watched, at the rung ${control.rung}.`
      : `Not watched as asked, at the rung ${control.rung ?? "none"}. ${blocker === null ? "" : line(blocker)}`.trim(),
    props: [
      { name: "rung", ns, value: control.rung ?? "none" },
      { name: "control", ns, value: word(control.id) },
      { name: "class", ns, value: control.runtime },
    ],
    target: {
      type: "objective-id",
      "target-id": objectiveId(id),
      status: { state: isMet ? "satisfied" : "not-satisfied" },
    },
    ...(control.rules.length === 0
      ? {}
      : {
          "related-observations": control.rules.flatMap(({ name }) => [
            { "observation-uuid": uuid("observation", framework.id, name) },
            ...(recorded.has(name) ? [{ "observation-uuid": recordUuid(framework.id, name) }] : []),
          ]),
        }),
    remarks: partial,
  };
}

function requirement(framework: FrameworkCoverage, control: ControlCoverage): object {
  const names = control.rules.map(({ name, rung }) => `${line(name)} (${rung ?? "missing"})`);
  return {
    uuid: uuid("implemented-requirement", framework.id, control.id),
    "control-id": controlId(framework, control),
    description: `${line(control.title)}. Covered by: ${names.join(", ")}.`,
    props: [
      { name: "implementation-status", value: statusOf(control) === "covered" ? "partial" : "planned" },
      { name: "rung", ns, value: control.rung ?? "none" },
    ],
  };
}

function blockerOf(blocker: Blocker | null): string {
  return blocker === null ? "" : line(blocker.reason);
}

/** Where the controls are defined: the publisher's own profile of the baseline, else our catalog or the user's. */
function sourceOf({ id, baseline }: FrameworkCoverage): string {
  const profiles = frameworkHeads.get(id)?.oscal?.profiles ?? {};
  if (baseline !== null && Object.hasOwn(profiles, baseline)) return profiles[baseline]!;
  return `urn:falcoverage:framework:${encodeURIComponent(wellFormed(id))}`;
}

/** As the catalogs of NIST write it (`ac-2.1`); of others, a token that is as close to the id as tokens allow. */
function controlId({ id: framework }: FrameworkCoverage, { id }: ControlCoverage): string {
  if (frameworkHeads.get(framework)?.oscal?.ids === "nist")
    return token(id.toLowerCase().replace(/\((\d+)\)$/, ".$1"));
  return token(`${framework}-${id}`);
}

function token(text: string): string {
  const bare = text
    .replace(/[^\p{L}\p{N}._-]+/gu, "_")
    .replace(/(?<!_)_+$/, "")
    .replace(/_\./g, ".");
  return /^[\p{L}_]/u.test(bare) ? bare : `_${bare}`;
}

function objectiveId(control: string): string {
  return `${control}_falcoverage`;
}

function timeOf({ time }: RenderContext): string {
  return time ?? new Date(0).toISOString();
}

function digest(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex");
}

/** What there is to see of a control, without a full stop. */
function subjectOf({ runtime, part }: ControlCoverage): string {
  if (runtime === "support") return "the monitoring itself is the evidence";
  if (runtime === "partial") return `events of a part of the control's subject are seen, ${line(part ?? "")}`;
  return "events of the control's subject are seen";
}
