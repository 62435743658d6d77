import type {
  AlertRoute,
  Coverage,
  Difference,
  FrameworkCoverage,
  ReportedRule,
  Rung,
  RungCounts,
} from "../compliance/index.ts";
import type { OperationSummary } from "../evidence/index.ts";
import type { Confidence, Finding, Severity } from "../lint/index.ts";

export interface Summary {
  /** Files that were read and understood as one of the kinds the check knows. */
  readonly files: number;
  /** Falco rules in them. */
  readonly rules: number;
  readonly errors: number;
  readonly warnings: number;
  readonly notices: number;
  /** Findings that are left out, so that nothing is dropped silently. */
  readonly suppressed: {
    /** By a comment in the file. */
    readonly ignored: number;
    /** By the baseline. */
    readonly baseline: number;
    /** Findings of the baseline that are not there any more. */
    readonly gone: number;
    /** Of a lower confidence than was asked for; absent in reports of older versions. */
    readonly unsure?: number;
    /** Manifests that have no part in a Falco deployment, and were not checked. Reports of earlier versions lack it. */
    readonly outOfScope?: number;
  };
  /** `detect` controls covered at `level`, their number, and the share in whole percent, rounded down. */
  readonly covered: number;
  readonly total: number;
  readonly coverage: number | null;
  readonly level: Rung;
  readonly falcoVersion: string;
  readonly passed: boolean;
  /** Why the check did not pass, one sentence each; empty when it passed. */
  readonly failures: readonly string[];
  readonly failOn: Severity | "never";
  /** Whether, where there is a difference, only the findings that it adds fail the check. */
  readonly onlyNew: boolean;
  readonly minCoverage: number | null;
}

/** One of the clusters or repositories that a merged report is of. */
export interface Cluster
  extends Pick<Summary, "passed" | "falcoVersion" | "errors" | "warnings" | "notices"> {
  readonly name: string;
  /** `detect` controls of all frameworks at the level of the merged report. */
  readonly total: Share;
  /** Of which state of which repository it is, as far as the report says so. */
  readonly origin?: ReportOrigin;
  readonly frameworks: readonly (Share & Pick<FrameworkCoverage, "id" | "baseline">)[];
}

type Share = Pick<RungCounts, "covered" | "total" | "percent">;

/** Of which state of which repository a report is. */
export interface ReportOrigin extends Pick<Origin, "repository" | "commit" | "ref"> {
  /** When it was made, as ISO 8601 in UTC. */
  readonly time: string;
  /** Address of the folder that paths start from, at the commit. */
  readonly files?: string;
}

/** How coverage went over time. */
export interface Trend {
  /** All together first, then teams and clusters where there are several. */
  readonly series: readonly TrendSeries[];
  /** By cluster, in the order of time. */
  readonly losses: readonly TrendLoss[];
}

export interface TrendSeries {
  readonly kind: "all" | "team" | "cluster";
  readonly name: string;
  readonly points: readonly TrendPoint[];
}

/** The coverage from one report on. */
export interface TrendPoint {
  readonly time: string;
  /** Whose report changed it, where there are several. */
  readonly cluster?: string;
  readonly commit?: string;
  /** `detect` controls of all frameworks. */
  readonly covered: number;
  readonly total: number;
  readonly frameworks: readonly {
    readonly id: string;
    readonly name: string;
    readonly baseline: string | null;
    readonly covered: number;
    readonly total: number;
  }[];
}

/** A control that one report covers no more, and the one before it did. */
export interface TrendLoss {
  readonly time: string;
  readonly cluster?: string;
  readonly framework: string;
  readonly id: string;
  readonly title: string;
  /** `left`: it is no longer asked for. */
  readonly kind: "lost" | "left";
  readonly reason: string | null;
  readonly file?: string;
  readonly line?: number;
  /** The commit of the report before. */
  readonly since?: string;
  /** The first commit of which a report shows the loss. */
  readonly commit?: string;
  readonly ref?: string;
  /** Address of what changed between the two. */
  readonly changes?: string;
  /** Address of the files at the commit. */
  readonly files?: string;
  /** When a report first covered it again; null where none does. */
  readonly regained: string | null;
}

/** The result of a check: what `check --format json` prints and every other format is made from. */
export interface Report {
  readonly version: 1;
  readonly tool: { readonly name: "falcoverage"; readonly version: string };
  readonly summary: Summary;
  /** Sorted by file, line, column and rule. */
  readonly findings: readonly Finding[];
  /** Without a matrix there is nothing to cover, and `frameworks` is empty. */
  readonly coverage: Coverage;
  /** The Falco rules, by the rulesets that load them and in load order. */
  readonly rules: readonly ReportedRule[];
  /** The ways of the rules that controls name, through every deployment; absent where nothing deploys Falco. */
  readonly routes?: readonly AlertRoute[];
  /** What records of a period say: of `falcoverage evidence`. */
  readonly operation?: OperationSummary;
  /** Rules files of the Falco project that deployments load, with their versions where those are known. */
  readonly publishedRules?: readonly { readonly artifact: string; readonly version: string | null }[];
  /** Of which state of which repository it is, and when it was made. */
  readonly origin?: ReportOrigin;
  /** How coverage went over time, where earlier reports were given. */
  readonly trend?: Trend;
  /** In a merged report with names as `team/cluster`, each team with all of its clusters. */
  readonly teams?: readonly Cluster[];
  /** In a merged report, what it was merged from; its controls are as high as in the cluster where they are lowest. */
  readonly clusters?: readonly Cluster[];
  /** What changed since the revision that was named to compare with. */
  readonly difference?: Difference;
  /** What a change of settings would do, where the settings of the revision before it decide. */
  readonly settingsChange?: SettingsChange;
}

/** A change of what the check looks at and asks for, which does not decide about itself. */
export interface SettingsChange {
  /** What does it. */
  readonly lines: readonly SettingLine[];
  /** What is different by the change's own settings; null where only comments hide findings. */
  readonly difference: Difference | null;
  readonly files: {
    /** Files that it would no longer look at. */
    readonly left: readonly string[];
    /** Files that only it would look at. */
    readonly joined: readonly string[];
  };
}

export interface SettingLine {
  readonly file: string;
  /** Null for something that no longer exists. */
  readonly line: number | null;
  /** Words, with code in backticks. */
  readonly text: string;
}

/** What a format may need in addition to the report. */
export interface RenderContext {
  /** The text of a file named in a finding, for code frames; undefined when it cannot be shown. */
  readonly source: (file: string) => string | undefined;
  readonly color: boolean;
  /** Leave out all but what is wrong. */
  readonly quiet: boolean;
  /** For a terminal: the worst alone and the rest as counts, within a screen or two. Default: everything. */
  readonly firstScreen?: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  readonly rules: ReadonlyMap<string, RuleDescription>;
  /** Address where people read a file of the repository at a line, for links; undefined where there is none. */
  readonly link?: (file: string, line?: number) => string | undefined;
  /** When the check ran, as ISO 8601 in UTC. */
  readonly time?: string;
  /** Which state of which repository was checked, as far as that is known. */
  readonly origin?: Origin;
  /** What was checked and when, one line for the head of a report that people keep. */
  readonly subject?: string;
  /** Whether the change under review touches a line; absent when that is not known. */
  readonly changed?: (file: string, line: number) => boolean;
}

/** The state of a repository that a report is of, for people. */
export interface Origin {
  /** Its address, or its name. */
  readonly repository?: string;
  readonly commit?: string;
  /** The branch or tag. */
  readonly ref?: string;
  /** Who or what ran the check. */
  readonly by?: string;
  /** Address of the folder that paths start from, at the commit. */
  readonly files?: string;
}

/** What the formats say of a lint rule. */
export interface RuleDescription {
  readonly id: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly summary: string;
  /** Markdown of the rule's page. */
  readonly page: () => string;
  /** Address of the rule's page. */
  readonly url: string;
}

/** One output format: one file in this folder. */
export type Format = (report: Report, context: RenderContext) => string;
