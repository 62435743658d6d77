/** What a control's rules can reach, from the bottom up. A rung holds only if all rungs below it hold. */
export const rungs = ["mapped", "valid", "enabled", "deployed", "routed", "proven"] as const;
export type Rung = (typeof rungs)[number];

/**
 * How a control can be seen at run time. `detect`: a runtime detector can see it. `support`: the monitoring
 * stack itself is the evidence. `none`: neither, with a reason.
 */
export type Runtime = "detect" | "support" | "none";

/** The first thing that keeps a rule or a control from its next rung. */
export interface Blocker {
  /** The rung that is not reached. */
  readonly rung: Rung;
  readonly reason: string;
  /** Path from the workspace root, and line and column from 1, where the blocker has a location. */
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/** One rule (or, for a `support` control, one property of the stack) that covers a control. */
export interface RuleCoverage {
  readonly name: string;
  /** The highest rung reached; null when the name is mapped to but nothing has it. */
  readonly rung: Rung | null;
  readonly blockedBy: Blocker | null;
  /** For a property of the stack that holds: what shows it. */
  readonly evidence?: Evidence;
}

/** What shows that something holds. */
export interface Evidence {
  readonly sentence: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

export interface ControlCoverage {
  readonly id: string;
  readonly title: string;
  /** Id of the control or group above it, null at the top. */
  readonly parent: string | null;
  readonly runtime: Runtime;
  /** Why a detector can or cannot see it, for people. */
  readonly why: string;
  /**
   * The best rung among its rules; of the properties that a `support` control needs, the lowest. Null when nothing
   * is mapped.
   */
  readonly rung: Rung | null;
  /** Whether it counts as covered at the level that was asked for. */
  readonly covered: boolean;
  /**
   * Whether it is in the totals: a part of a control that is counted as a whole is not, nor what people alone can
   * show, where no rule is named to help them.
   */
  readonly counted: boolean;
  /** Set when the matrix says that the control does not apply here; it is then in no total. */
  readonly outOfScope: string | null;
  readonly rules: readonly RuleCoverage[];
  readonly blockedBy: Blocker | null;
}

/** How many controls there are and how many reached at least each rung. */
export interface RungCounts {
  readonly total: number;
  /** At the level that was asked for. */
  readonly covered: number;
  /** Share of `covered` in `total`, in whole percent, rounded down, so that 99.6 is not 100; null for 0 of 0. */
  readonly percent: number | null;
  readonly rungs: Readonly<Record<Rung, number>>;
}

/** A heading of a catalog, such as a family or a chapter: it orders the controls and is never counted. */
export interface ControlGroup {
  readonly id: string;
  readonly title: string;
  /** Id of the heading above it, null at the top. */
  readonly parent: string | null;
}

export interface FrameworkCoverage {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly baseline: string | null;
  readonly totals: { readonly detect: RungCounts; readonly support: RungCounts; readonly none: number };
  /** The catalog's headings above the controls; a report without them is ordered by `parent` alone. */
  readonly groups?: readonly ControlGroup[];
  /** Every control of the selection, in the catalog's order. */
  readonly controls: readonly ControlCoverage[];
}

/** The coverage that one Falco deployment gives by itself. */
export interface DeploymentCoverage {
  /** For people: the workload with its namespace, the overlay, the release. */
  readonly name: string;
  /** All `detect` controls of all frameworks together. */
  readonly totals: RungCounts;
  readonly frameworks: readonly Pick<FrameworkCoverage, "id" | "name" | "totals">[];
}

export interface Coverage {
  /** The rung from which a control counts as covered. */
  readonly level: Rung;
  /** All `detect` controls of all frameworks together. */
  readonly totals: RungCounts;
  /** A control is as high here as in the best of the deployments. */
  readonly frameworks: readonly FrameworkCoverage[];
  /** Each of several deployments by itself; absent where there are less than two. */
  readonly deployments?: readonly DeploymentCoverage[];
}

/** Counts controls by the rung they reached, honestly rounded. */
export function countRungs(controls: readonly { rung: Rung | null; covered: boolean }[]): RungCounts {
  const counts: Record<Rung, number> = { mapped: 0, valid: 0, enabled: 0, deployed: 0, routed: 0, proven: 0 };
  let covered = 0;
  for (const control of controls) {
    if (control.covered) covered++;
    const reached = control.rung === null ? -1 : rungs.indexOf(control.rung);
    for (let i = 0; i <= reached; i++) counts[rungs[i]!]++;
  }
  const total = controls.length;
  return { total, covered, percent: total === 0 ? null : Math.floor((covered * 100) / total), rungs: counts };
}

export function atLeast(rung: Rung | null, level: Rung): boolean {
  return rung !== null && rungs.indexOf(rung) >= rungs.indexOf(level);
}
