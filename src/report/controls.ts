import {
  atLeast,
  type Blocker,
  type ControlCoverage,
  type ControlGroup,
  type Coverage,
  countRungs,
  type FrameworkCoverage,
  type Rung,
  type RungCounts,
} from "../compliance/index.ts";
import type { Summary } from "./report.ts";

/**
 * What people want to know of a control first. `covered`: at the level that was asked for. `blocked`: rules
 * cover it and something holds them back. `unmapped`: it could be seen and nothing covers it.
 * `undetectable`: no detector can see it. `excluded`: the matrix says that it does not apply here.
 */
export type Status = "covered" | "blocked" | "unmapped" | "undetectable" | "excluded";

export function statusOf(control: ControlCoverage): Status {
  if (control.outOfScope !== null) return "excluded";
  if (control.runtime === "none") return "undetectable";
  if (control.covered) return "covered";
  return control.rules.length > 0 ? "blocked" : "unmapped";
}

/** Whether the control is in the totals of its kind. */
export function isCounted(control: ControlCoverage): boolean {
  return control.counted && control.outOfScope === null;
}

/** The controls below one heading at the top of a framework's catalog, in the catalog's order. */
export interface Family {
  readonly id: string;
  readonly title: string;
  readonly controls: readonly ControlCoverage[];
  readonly detect: RungCounts;
}

export function familiesOf(framework: FrameworkCoverage): Family[] {
  const nodes = new Map<string, Pick<ControlGroup, "id" | "title" | "parent">>();
  for (const node of [...framework.controls, ...(framework.groups ?? [])]) nodes.set(node.id, node);
  const members = new Map<string, ControlCoverage[]>();
  for (const control of framework.controls) {
    let top = control.id;
    // A catalog of a user may name its parents in a circle.
    const seen = new Set<string>();
    for (
      let id: string | null = control.id;
      id !== null && !seen.has(id);
      id = nodes.get(id)?.parent ?? null
    ) {
      seen.add(id);
      top = id;
    }
    const list = members.get(top);
    if (list === undefined) members.set(top, [control]);
    else list.push(control);
  }
  return Array.from(members, ([id, controls]) => ({
    id,
    title: nodes.get(id)?.title ?? "",
    controls,
    detect: countRungs(controls.filter((control) => control.runtime === "detect" && isCounted(control))),
  }));
}

/** A name such as "FedRAMP (NIST SP 800-53) Rev 5, moderate"; a version of many words is left out. */
export function frameworkTitle({ name, version, baseline }: FrameworkCoverage): string {
  if (baseline !== null) return `${name}, ${baseline}`;
  return version.length > 12 || name.includes(version) ? name : `${name} ${version}`;
}

export function percentText(percent: number | null): string {
  return percent === null ? "–" : `${percent}%`;
}

/**
 * The rung that a report counts from: where nothing among the files deploys Falco, no more than `enabled` can be
 * reached, and what the rules would cover is worth more than a zero.
 */
export function countedFrom({ level, undeployed }: Coverage): Rung {
  return undeployed && atLeast(level, "deployed") ? "enabled" : level;
}

/** Counts as seen from a rung other than the one that was asked for. */
export function countsFrom(rung: Rung, counts: RungCounts): RungCounts {
  const { total, rungs } = counts;
  const covered = rungs[rung] ?? 0;
  return { total, covered, percent: total === 0 ? null : Math.floor((covered * 100) / total), rungs };
}

/** How many of `width` cells of a bar are full: all only at 100 percent, none only at 0. */
export function barCells(counts: RungCounts, width: number): number {
  if (counts.total === 0 || counts.covered === 0) return 0;
  if (counts.covered >= counts.total) return width;
  return Math.min(width - 1, Math.max(1, Math.round((counts.covered / counts.total) * width)));
}

export function bar(counts: RungCounts, width: number): string {
  const full = barCells(counts, width);
  return "█".repeat(full) + "░".repeat(width - full);
}

/** What holds a control back, in plain words; null when it is covered or cannot be. */
export function blockerText(control: ControlCoverage): string | null {
  const status = statusOf(control);
  if (status === "unmapped") {
    return control.blockedBy?.reason ?? (control.runtime === "support" ? "no evidence" : "no rule");
  }
  return status === "blocked" ? (control.blockedBy?.reason ?? "held back") : null;
}

/** `file:line`, or the file alone, or null where the blocker has no location. */
export function blockerLocation(blocker: Blocker | null): string | null {
  if (blocker?.file === undefined) return null;
  return blocker.line === undefined ? blocker.file : `${blocker.file}:${blocker.line}`;
}

/** One thing that holds controls back, and the controls of each framework (by name) that it costs. */
export interface OpenControls {
  readonly reason: string;
  /** Null where nothing covers the controls. */
  readonly blocker: Blocker | null;
  /** How many controls it costs. */
  readonly size: number;
  readonly frameworks: ReadonlyMap<string, readonly ControlCoverage[]>;
}

/**
 * All counted controls that could be covered and are not, by their first blocker: those with a location first,
 * and among them the one that costs most.
 */
export function openByBlocker(coverage: Coverage): OpenControls[] {
  const open = new Map<
    string,
    { reason: string; blocker: Blocker | null; frameworks: Map<string, ControlCoverage[]> }
  >();
  for (const framework of coverage.frameworks) {
    for (const control of framework.controls) {
      const reason = blockerText(control);
      if (reason === null || !isCounted(control) || lacksDeploymentAlone(control, coverage)) continue;
      const blocker = control.blockedBy;
      const key = JSON.stringify([reason, blockerLocation(blocker)]);
      const entry = open.get(key) ?? { reason, blocker, frameworks: new Map<string, ControlCoverage[]>() };
      open.set(key, entry);
      const members = entry.frameworks.get(framework.name);
      if (members === undefined) entry.frameworks.set(framework.name, [control]);
      else members.push(control);
    }
  }
  const located = ({ blocker }: OpenControls) => (blockerLocation(blocker) === null ? 1 : 0);
  return Array.from(open.values(), (entry) => ({
    ...entry,
    size: Array.from(entry.frameworks.values(), (list) => list.length).reduce(
      (sum, length) => sum + length,
      0,
    ),
  })).sort((a, b) => located(a) - located(b) || b.size - a.size);
}

/** Whether nothing but the deployment that the files lack holds the control back. */
function lacksDeploymentAlone({ rung, runtime }: ControlCoverage, coverage: Coverage): boolean {
  const from = countedFrom(coverage);
  return from !== coverage.level && (runtime === "support" || atLeast(rung, from));
}

/** The controls that are in no share of detection, in one sentence; null when there are none. */
export function besideText({ frameworks }: Coverage): string | null {
  const sum = (of: (totals: FrameworkCoverage["totals"]) => number) =>
    frameworks.reduce((total, { totals }) => total + of(totals), 0);
  const supported = sum(({ support }) => support.covered);
  const support = sum(({ support }) => support.total);
  const none = sum(({ none }) => none);
  const partly = sum(({ partial }) => partial?.covered ?? 0);
  const partial = sum(({ partial }) => partial?.total ?? 0);
  if (partial + support + none === 0) return null;
  const parts =
    partial === 0 ? "" : `${partly} of ${count(partial, "control")} of which a detector shows a part, `;
  return `Besides these: ${parts}${supported} of ${count(support, "control")} that the monitoring itself covers, and ${none} that no detector can see.`;
}

/** What a covered control has, by the rung from which it counts. */
export function detectorText(level: Rung): string {
  const words: Partial<Record<Rung, string>> = { proven: "tested", routed: "routed", deployed: "deployed" };
  return `a ${words[level] ?? level} detector`;
}

/** How many covered controls take something for granted, and what; null where none does. */
export function assumedText({ frameworks }: Coverage): string | null {
  const controls = frameworks.flatMap((framework) => framework.controls);
  const assumed = controls.filter(({ covered, assumed }) => covered && assumed !== undefined);
  const assumptions = [...new Set(assumed.map((control) => control.assumed))];
  const [first, ...others] = assumptions;
  if (first === undefined) return null;
  const more =
    others.length === 0 ? "" : ` So ${others.length === 1 ? "is one other" : `are ${others.length} others`}.`;
  return `Assumed for ${count(assumed.length, "covered control")}: ${first}${more} With "assume: secrets: strict" these do not count.`;
}

export function hasCoverage(coverage: Coverage): boolean {
  return coverage.frameworks.length > 0;
}

/** What findings are left out of the report, in a sentence; null where none are. */
export function suppressedText({
  ignored,
  baseline,
  gone,
  unsure = 0,
  outOfScope = 0,
}: Summary["suppressed"]): string | null {
  const parts = [
    ...(ignored === 0 ? [] : [`${ignored} by a comment in the file`]),
    ...(baseline === 0 ? [] : [`${baseline} by the baseline`]),
    ...(unsure === 0 ? [] : [`${unsure} of a lower confidence`]),
  ];
  const left =
    parts.length === 0
      ? ""
      : `Left out: ${count(ignored + baseline + unsure, "finding")}, ${new Intl.ListFormat("en-GB").format(parts)}.`;
  const update = gone === 0 ? "" : `The baseline has ${count(gone, "finding")} that are gone: update it.`;
  const others =
    outOfScope === 0
      ? ""
      : `${count(outOfScope, "manifest")} without a part in Falco's deployment: not checked (--scope all).`;
  const sentences = [left, update, others].filter((sentence) => sentence !== "");
  return sentences.length === 0 ? null : sentences.join(" ");
}

/** "1 error", "2 errors". */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
