import {
  atLeast,
  type Blocker,
  type ControlCoverage,
  type Coverage,
  type Rung,
  type RungCounts,
  rungs,
} from "./coverage.ts";
import type { ReportedRule } from "./reported-rule.ts";
import { type RuleChange, ruleChanges } from "./rule-difference.ts";

/** What of a report is compared with that of another revision. */
export interface Compared {
  readonly coverage: Coverage;
  readonly rules: readonly ReportedRule[];
  readonly findings: readonly { readonly fingerprint: string }[];
}

/** What changed from one revision to the next. */
export interface Difference {
  /** Change of the shares, in the order of the newer report; the last is that of all together. */
  readonly totals: readonly TotalChange[];
  readonly controls: readonly ControlChange[];
  /** The deployments that cover more or less by themselves than before, which the best of them may hide. */
  readonly deployments: readonly DeploymentChange[];
  readonly rules: readonly RuleDifference[];
  readonly findings: {
    /** Fingerprints of the findings that the older revision did not have. */
    readonly added: readonly string[];
    /** How many findings of the older revision are gone. */
    readonly fixed: number;
  };
}

/** Numbers of `detect` controls; null where the revision did not ask for the framework. */
export interface TotalChange {
  /** Undefined for all frameworks together. */
  readonly framework?: string;
  /** Its name for people; reports of earlier versions lack it. */
  readonly name?: string;
  readonly from: Share | null;
  readonly to: Share | null;
}

/** Numbers of `detect` controls that one deployment covers by itself, in both revisions. */
export interface DeploymentChange {
  readonly name: string;
  readonly from: Share;
  readonly to: Share;
}

type Share = Pick<RungCounts, "covered" | "total" | "percent">;

export interface ControlReference {
  readonly framework: string;
  readonly id: string;
}

/**
 * `lost` and `gained`: it is no longer covered, or now is. `lowered` and `raised`: on another rung, on the same
 * side of the level. `left` and `joined`: it was asked for in one revision only.
 */
export interface ControlChange extends ControlReference {
  readonly title: string;
  readonly kind: "lost" | "gained" | "lowered" | "raised" | "left" | "joined";
  readonly from: Rung | null;
  readonly to: Rung | null;
  /** Whether it is in the totals. */
  readonly counted: boolean;
  /** The rules whose way changed with it. */
  readonly rules: readonly RuleMove[];
  /** For one that went down, what blocks it now. */
  readonly cause: Blocker | null;
}

export interface RuleMove {
  readonly name: string;
  readonly from: Rung | null;
  readonly to: Rung | null;
  /** What holds it back now; null when it is no longer named for the control, or nothing does. */
  readonly blockedBy: Blocker | null;
}

export interface RuleDifference {
  readonly name: string;
  readonly kind: "added" | "removed" | "renamed" | "changed";
  /** For one that was renamed, its name before. */
  readonly was?: string;
  readonly changes: readonly RuleChange[];
  /** Where it is defined, or changed by an item of its own; for one that was removed, where it was. */
  readonly file: string | null;
  readonly line: number | null;
  /** The controls that it covers; for one that was removed, those that it covered. */
  readonly controls: readonly ControlReference[];
}

/** Compares the reports of two revisions. Both are held against the level of the newer one. */
export function compare(base: Compared, head: Compared): Difference {
  return {
    totals: totalChanges(base.coverage, head.coverage),
    controls: controlChanges(base.coverage, head.coverage),
    deployments: deploymentChanges(base.coverage, head.coverage),
    rules: ruleDifferences(base, head),
    findings: findingChanges(base.findings, head.findings),
  };
}

/** The controls that a change costs: they were covered and are covered no more, or are no longer asked for. */
export function regressions({ controls }: Difference): ControlChange[] {
  return controls.filter(({ kind, counted }) => (kind === "lost" || kind === "left") && counted);
}

/** The deployments that cover fewer of the controls that are still asked for. */
export function weakened({ deployments }: Difference): DeploymentChange[] {
  return deployments.filter(({ from, to }) => to.covered < from.covered && to.total >= from.total);
}

function shareAt({ rungs, total }: RungCounts, level: Rung): Share {
  const covered = rungs[level] ?? 0;
  return { covered, total, percent: total === 0 ? null : Math.floor((covered * 100) / total) };
}

function deploymentChanges(base: Coverage, head: Coverage): DeploymentChange[] {
  const old = new Map(base.deployments?.map(({ name, totals }) => [name, totals]));
  return (head.deployments ?? []).flatMap(({ name, totals }) => {
    const before = old.get(name);
    if (before === undefined) return [];
    const from = shareAt(before, head.level);
    const to = shareAt(totals, head.level);
    return from.covered === to.covered ? [] : [{ name, from, to }];
  });
}

function totalChanges(base: Coverage, head: Coverage): TotalChange[] {
  const share = (counts: RungCounts | undefined): Share | null =>
    counts === undefined ? null : shareAt(counts, head.level);
  const old = new Map(base.frameworks.map((framework) => [framework.id, framework]));
  const now = new Map(head.frameworks.map((framework) => [framework.id, framework]));
  return [
    ...union(now.keys(), old.keys()).map((id) => ({
      framework: id,
      name: (now.get(id) ?? old.get(id))!.name,
      from: share(old.get(id)?.totals.detect),
      to: share(now.get(id)?.totals.detect),
    })),
    { from: share(base.totals), to: share(head.totals) },
  ];
}

function controlChanges(base: Coverage, head: Coverage): ControlChange[] {
  const before = requiredControls(base);
  const after = requiredControls(head);
  return union(after.keys(), before.keys()).flatMap((key) => {
    const change = controlChange(before.get(key), after.get(key), head.level);
    return change === undefined ? [] : [change];
  });
}

type RequiredControl = ControlCoverage & { readonly framework: string };

/** The controls that count for something, in order. */
function requiredControls(coverage: Coverage): Map<string, RequiredControl> {
  return new Map(
    coverage.frameworks.flatMap(({ id: framework, controls }) =>
      controls
        .filter(({ runtime, outOfScope }) => runtime !== "none" && outOfScope === null)
        .map((control) => [`${framework} ${control.id}`, { ...control, framework }]),
    ),
  );
}

function controlChange(
  before: RequiredControl | undefined,
  after: RequiredControl | undefined,
  level: Rung,
): ControlChange | undefined {
  const known = (after ?? before)!;
  const from = before?.rung ?? null;
  const to = after?.rung ?? null;
  const kind = kindOf(before, after, level);
  if (kind === undefined) return undefined;
  const { framework, id, title, counted } = known;
  return {
    framework,
    id,
    title,
    kind,
    from,
    to,
    counted,
    rules: before === undefined || after === undefined ? [] : ruleMoves(before, after),
    cause: kind === "lost" || kind === "lowered" ? (after?.blockedBy ?? null) : null,
  };
}

function kindOf(
  before: RequiredControl | undefined,
  after: RequiredControl | undefined,
  level: Rung,
): ControlChange["kind"] | undefined {
  if (after === undefined) return "left";
  if (before === undefined) return "joined";
  const step = height(after.rung) - height(before.rung);
  if (step === 0) return undefined;
  const isCovered = atLeast(after.rung, level);
  if (atLeast(before.rung, level) !== isCovered) return isCovered ? "gained" : "lost";
  return step > 0 ? "raised" : "lowered";
}

function height(rung: Rung | null): number {
  return rung === null ? -1 : rungs.indexOf(rung);
}

function ruleMoves(before: RequiredControl, after: RequiredControl): RuleMove[] {
  const old = new Map(before.rules.map((rule) => [rule.name, rule]));
  const now = new Map(after.rules.map((rule) => [rule.name, rule]));
  return union(now.keys(), old.keys()).flatMap((name) => {
    const from = old.get(name)?.rung ?? null;
    const to = now.get(name)?.rung ?? null;
    if (from === to && old.has(name) === now.has(name)) return [];
    return [{ name, from, to, blockedBy: now.get(name)?.blockedBy ?? null }];
  });
}

/** Each rule of a file once: deployments that give its lists other values have it with other conditions. */
function oncePerItem(rules: readonly ReportedRule[]): readonly ReportedRule[] {
  return [
    ...new Map(rules.map((rule) => [JSON.stringify([rule.name, rule.file, rule.line]), rule])).values(),
  ];
}

function ruleDifferences(base: Compared, head: Compared): RuleDifference[] {
  const coveredBefore = coveredControls(base.coverage);
  const coveredNow = coveredControls(head.coverage);
  const { pairs, gone, come } = pair(base.rules, head.rules);
  const location = ({ file, line }: ReportedRule) => ({ file, line });
  const differences: RuleDifference[] = [];
  for (const [before, after] of pairs) {
    const changes = ruleChanges(before, after);
    if (before.name !== after.name) {
      const controls = coveredBefore.get(before.name) ?? [];
      differences.push({
        name: after.name,
        kind: "renamed",
        was: before.name,
        changes,
        ...location(after),
        controls,
      });
    } else if (changes.length > 0) {
      const controls = coveredNow.get(after.name) ?? [];
      differences.push({
        name: after.name,
        kind: "changed",
        changes,
        ...changeLocation(before, after),
        controls,
      });
    }
  }
  for (const rule of oncePerItem(gone)) {
    const controls = coveredBefore.get(rule.name) ?? [];
    differences.push({ name: rule.name, kind: "removed", changes: [], ...location(rule), controls });
  }
  for (const rule of oncePerItem(come)) {
    const controls = coveredNow.get(rule.name) ?? [];
    differences.push({ name: rule.name, kind: "added", changes: [], ...location(rule), controls });
  }
  return differences;
}

/** Where a rule is changed: by an item that appends to it or overrides it if there is another one now. */
function changeLocation(before: ReportedRule, after: ReportedRule): Pick<RuleDifference, "file" | "line"> {
  const added = after.changedAt.length > before.changedAt.length ? after.changedAt.at(-1) : undefined;
  return added ?? { file: after.file, line: after.line };
}

/** By rule, the controls that are asked for and that it is named for. */
function coveredControls(coverage: Coverage): Map<string, ControlReference[]> {
  const byRule = new Map<string, ControlReference[]>();
  for (const { framework, id, rules } of requiredControls(coverage).values()) {
    for (const { name } of rules) {
      const controls = byRule.get(name) ?? [];
      controls.push({ framework, id });
      byRule.set(name, controls);
    }
  }
  return byRule;
}

/**
 * Says which rule became which: by name and file, else by name, else (renamed) by what it does. Several
 * deployments may have rules of one name.
 */
function pair(base: readonly ReportedRule[], head: readonly ReportedRule[]) {
  const pairs: [ReportedRule, ReportedRule][] = [];
  let gone: readonly ReportedRule[] = base;
  let come: readonly ReportedRule[] = head;
  const identities: ((rule: ReportedRule) => string | undefined)[] = [
    (rule) => JSON.stringify([rule.name, rule.file]),
    (rule) => rule.name,
    (rule) =>
      rule.condition === null ? undefined : JSON.stringify([rule.source, rule.priority, rule.condition]),
  ];
  for (const identity of identities) {
    const waiting = new Map<string, ReportedRule[]>();
    for (const rule of gone) {
      const key = identity(rule);
      if (key === undefined) continue;
      const same = waiting.get(key) ?? [];
      same.push(rule);
      waiting.set(key, same);
    }
    const found = new Set<ReportedRule>();
    come = come.filter((rule) => {
      const key = identity(rule);
      const before = key === undefined ? undefined : waiting.get(key)?.shift();
      if (before === undefined) return true;
      found.add(before);
      pairs.push([before, rule]);
      return false;
    });
    gone = gone.filter((rule) => !found.has(rule));
  }
  return { pairs, gone, come };
}

function findingChanges(base: Compared["findings"], head: Compared["findings"]): Difference["findings"] {
  const old = new Set(base.map(({ fingerprint }) => fingerprint));
  const now = new Set(head.map(({ fingerprint }) => fingerprint));
  return {
    added: [...now].filter((fingerprint) => !old.has(fingerprint)),
    fixed: [...old].filter((fingerprint) => !now.has(fingerprint)).length,
  };
}

function union<T>(first: Iterable<T>, second: Iterable<T>): T[] {
  return [...new Set([...first, ...second])];
}
