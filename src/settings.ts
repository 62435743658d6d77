import { checkedRungs, type Rung } from "./compliance/index.ts";
import type { Config } from "./configuration/index.ts";
import { type Confidence, confidences, type Severity, severities } from "./lint/index.ts";
import { Day, nearest, UsageError } from "./project/index.ts";

/** What is asked for on the command line or by the action; what is left out is the configuration's or a default. */
export interface SettingsOptions {
  readonly falcoVersion?: string | undefined;
  readonly kubernetesVersion?: string | undefined;
  readonly level?: string | undefined;
  readonly failOn?: string | undefined;
  readonly minConfidence?: string | undefined;
  /** Percent, as `80`, or by framework, as `80,soc2=90`. */
  readonly minCoverage?: string | undefined;
  /** Also as the text `true` or `false`. */
  readonly failOnRegression?: string | boolean | undefined;
  /** Also as the text `true` or `false`. */
  readonly onlyNew?: string | boolean | undefined;
  readonly scope?: string | undefined;
  readonly gate?: string | undefined;
}

const scopes = ["falco", "all"] as const;

/** Whose settings decide about a change: those of the revision that it starts from, or its own. */
export type Gate = "base" | "head";

export interface Settings {
  /** Undefined: that of the deployment, or the newest known. */
  readonly falcoVersion: string | undefined;
  readonly kubernetesVersion: string | undefined;
  /** The rung from which a control counts as covered. */
  readonly level: Rung;
  /** The mildest severity that fails the check. */
  readonly failOn: Severity | "never";
  /** Findings of a lower confidence are left out. */
  readonly minConfidence: Confidence;
  /** Least coverage in percent: `overall` or by framework id. */
  readonly minCoverage: ReadonlyMap<string, number>;
  /** Least breadth of a control that is proven, in percent. */
  readonly minBreadth: number;
  /** Whether a control that is lost since the base fails the check. */
  readonly failOnRegression: boolean;
  /** Whether a finding fails the check only if the base does not have it. */
  readonly onlyNew: boolean;
  /** Whether manifests that have no part in a Falco deployment are checked too. */
  readonly scope: (typeof scopes)[number];
  readonly gate: Gate;
  readonly today: Day;
}

/** @throws UsageError for a value that is none of those an option takes */
export function resolveSettings(options: SettingsOptions, config: Config): Settings {
  return {
    falcoVersion: options.falcoVersion ?? stated(config["falco-version"]),
    kubernetesVersion: options.kubernetesVersion ?? stated(config["kubernetes-version"]),
    level: oneOf("level", checkedRungs, options.level ?? config.level ?? "routed"),
    failOn: oneOf("fail-on", [...severities, "never"], options.failOn ?? config["fail-on"] ?? "error"),
    minConfidence: oneOf(
      "min-confidence",
      confidences,
      options.minConfidence ?? config["min-confidence"] ?? "low",
    ),
    minCoverage:
      options.minCoverage === undefined
        ? configured(config["min-coverage"])
        : parseMinCoverage(options.minCoverage),
    minBreadth: config["min-breadth"] ?? 50,
    failOnRegression: isOn(
      "fail-on-regression",
      options.failOnRegression ?? config["fail-on-regression"] ?? true,
    ),
    onlyNew: isOn("only-new", options.onlyNew ?? config["only-new"] ?? false),
    scope: oneOf("scope", scopes, options.scope ?? config.scope ?? "falco"),
    gate: oneOf("gate", ["base", "head"], options.gate ?? config.gate ?? "base"),
    today: Day.today(),
  };
}

function stated(value: string | number | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}

function oneOf<T extends string>(option: string, choices: readonly T[], value: string): T {
  const found = choices.find((choice) => choice === value);
  if (found !== undefined) return found;
  const near = nearest(value, choices);
  throw new UsageError(
    `${option} cannot be "${value.slice(0, 60)}": ${near === undefined ? `use one of ${choices.join(", ")}.` : `did you mean "${near}"?`}`,
  );
}

function isOn(option: string, value: string | boolean): boolean {
  return oneOf(option, ["true", "false"], String(value)) === "true";
}

function configured(value: Config["min-coverage"]): Map<string, number> {
  if (value === undefined) return new Map();
  return new Map(typeof value === "number" ? [["overall", value]] : Object.entries(value));
}

function parseMinCoverage(value: string): Map<string, number> {
  const least = new Map<string, number>();
  for (const part of value.split(",")) {
    const match = /^\s*(?:([\w-]+)\s*=\s*)?(\d{1,3}(?:\.\d+)?)%?\s*$/.exec(part);
    if (match === null || Number(match[2]) > 100) {
      throw new UsageError(
        `min-coverage takes a percentage such as 80, or 80,soc2=90; not "${value.slice(0, 60)}".`,
      );
    }
    least.set(match[1] ?? "overall", Number(match[2]));
  }
  return least;
}
