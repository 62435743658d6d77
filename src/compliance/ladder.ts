import type { Day } from "../project/index.ts";
import type { DataKind } from "../proof/index.ts";
import type { Compliance, UsedFramework } from "./compliance.ts";
import {
  atLeast,
  type Blocker,
  type ControlCoverage,
  type Coverage,
  countRungs,
  type FrameworkCoverage,
  type RuleCoverage,
  type Rung,
  rungs,
} from "./coverage.ts";
import type { Control } from "./framework.ts";
import type { MatrixEntry } from "./matrix.ts";
import type { RuleStanding } from "./rule-coverage.ts";
import type { SignalMeter } from "./signal-coverage.ts";

export interface LadderOptions {
  /** The rung from which a control counts as covered. */
  readonly level: Rung;
  /** How far a Falco rule of this name gets. */
  readonly rule: (name: string) => RuleStanding;
  /** What rules detect of the reference events. */
  readonly meter: SignalMeter;
  /** For a `support` control, the properties of the stack that it needs and how far each gets. */
  readonly support: (control: Control) => readonly RuleCoverage[];
  /** From the day after its last day on, an exclusion no longer holds. */
  readonly today: Day;
}

/** Takes each control up the ladder, as far as the best of its rules gets. */
export function climb(compliance: Compliance, options: LadderOptions): Coverage {
  const frameworks = compliance.frameworks.map((used) => climbFramework(compliance, used, options));
  const counted = frameworks.flatMap(({ controls }) => controls.filter(inTotals("detect")));
  return { level: options.level, totals: countRungs(counted), frameworks };
}

const inTotals = (runtime: string) => (control: ControlCoverage) =>
  control.runtime === runtime && control.counted && control.outOfScope === null;

function climbFramework(
  compliance: Compliance,
  used: UsedFramework,
  options: LadderOptions,
): FrameworkCoverage {
  const mapped = compliance.mappedRules.get(used) ?? new Map<string, ReadonlySet<string>>();
  const entries = new Map(
    compliance.entries.flatMap(({ used: of, lookup, entry }) =>
      of === used && lookup !== undefined && "control" in lookup ? [[lookup.control.id, entry] as const] : [],
    ),
  );
  const controls = used.selected.map((control) =>
    climbControl(
      control,
      used.framework.data,
      entries.get(control.id),
      mapped.get(control.id) ?? new Set(),
      options,
    ),
  );
  const groups = [...used.framework.controls.values()].filter(({ group }) => group);
  return {
    id: used.framework.id,
    name: used.framework.name,
    version: used.framework.version,
    baseline: used.baseline ?? null,
    totals: {
      detect: countRungs(controls.filter(inTotals("detect"))),
      partial: countRungs(controls.filter(inTotals("partial"))),
      support: countRungs(controls.filter(inTotals("support"))),
      none: controls.filter(inTotals("none")).length,
    },
    groups: groups.map(({ id, title, parent }) => ({ id, title, parent: parent ?? null })),
    controls,
  };
}

function climbControl(
  control: Control,
  data: readonly DataKind[] | undefined,
  entry: MatrixEntry | undefined,
  mapped: ReadonlySet<string>,
  options: LadderOptions,
): ControlCoverage {
  const runtime = entry?.runtime?.class ?? control.runtime;
  const { rules, detection, isCoveredByStack } = evidenceFor(control, runtime, data, mapped, options);
  const best = decisiveOf(rules, isCoveredByStack);
  const decisive = best && limited(best, detection?.blockedBy ?? null);
  const rung = decisive?.rung ?? (rules.length > 0 ? "mapped" : null);
  const isVisible = runtime !== "none";
  return {
    id: control.id,
    title: control.title,
    parent: control.parent ?? null,
    runtime,
    why: entry?.runtime?.reason ?? control.why,
    ...(runtime === "partial" && control.part !== undefined && { part: control.part }),
    ...(detection && { breadth: detection.breadth, signals: detection.signals }),
    rung: isVisible ? rung : null,
    covered: isVisible && atLeast(rung, options.level),
    counted: control.counted && !(control.organisational && rules.length === 0),
    outOfScope: exclusion(entry, options.today),
    rules,
    blockedBy: isVisible ? blocker(control, decisive) : null,
    ...(decisive?.assumed === undefined ? {} : { assumed: decisive.assumed }),
  };
}

interface ControlEvidence {
  readonly rules: readonly RuleCoverage[];
  readonly detection: ReturnType<LadderOptions["meter"]["measure"]> | undefined;
  /** Whether properties of the deployment cover the control, all of which are needed, and no rules. */
  readonly isCoveredByStack: boolean;
}

function evidenceFor(
  control: Control,
  runtime: ControlCoverage["runtime"],
  data: readonly DataKind[] | undefined,
  mapped: ReadonlySet<string>,
  options: LadderOptions,
): ControlEvidence {
  const properties = runtime === "support" ? options.support(control) : [];
  if (properties.length > 0) return { rules: properties, detection: undefined, isCoveredByStack: true };
  const standings = [...mapped].map(options.rule);
  const isDetected = runtime === "detect" || runtime === "partial";
  const detection = isDetected ? options.meter.measure(control, data, standings) : undefined;
  const rules = detection?.rules ?? standings.map(({ coverage }) => coverage);
  return { rules, detection, isCoveredByStack: false };
}

/** The rule that gets furthest, as any will do; of properties the one that gets least far, as all are needed. */
function decisiveOf(rules: readonly RuleCoverage[], isLeast: boolean): RuleCoverage | undefined {
  return rules.reduce<RuleCoverage | undefined>(
    (a, b) => (a === undefined || (isLeast ? above(a, b) : above(b, a)) ? b : a),
    undefined,
  );
}

/** Why the matrix leaves a control out; null where it does not, or no longer. */
function exclusion(entry: MatrixEntry | undefined, today: Day): string | null {
  const scope = entry?.scope;
  if (scope === undefined || (scope.until !== undefined && today.isAfter(scope.until))) return null;
  return `${scope.reason} (${scope.owner}${scope.until ? `, until ${scope.until}` : ""})`;
}

/** The rule that gets furthest, no further than the control's own blocker lets it. */
function limited(rule: RuleCoverage, blocker: Blocker | null): RuleCoverage {
  if (blocker === null || !atLeast(rule.rung, blocker.rung)) return rule;
  return { ...rule, rung: rungs[rungs.indexOf(blocker.rung) - 1]!, blockedBy: blocker };
}

/** Of two that get as far, the one that takes nothing for granted is above. */
function above(a: RuleCoverage, b: RuleCoverage): boolean {
  const difference = rank(a.rung) - rank(b.rung);
  return difference > 0 || (difference === 0 && a.assumed === undefined && b.assumed !== undefined);
}

function rank(rung: Rung | null): number {
  return rung === null ? -1 : rungs.indexOf(rung);
}

function blocker(control: Control, best: RuleCoverage | undefined): Blocker | null {
  if (best !== undefined) return best.blockedBy;
  return {
    rung: "mapped",
    reason:
      control.runtime === "support"
        ? control.organisational
          ? "People show it, not a file; it counts once the matrix names rules that help them."
          : "No property of the deployment covers it."
        : "No rule is named for it, in the matrix or by a tag.",
  };
}
