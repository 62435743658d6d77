import { getInput, getMultilineInput } from "@actions/core";
import { UsageError } from "../project/index.ts";
import type { SettingsOptions } from "../settings.ts";

const commentModes = ["always", "on-findings", "never"] as const;
type CommentMode = (typeof commentModes)[number];

/** What the step was asked for. Paths are from the working directory; undefined is what was not given. */
export interface Inputs {
  readonly workingDirectory: string;
  /** Files and folders to check; empty means what the configuration says. */
  readonly paths: readonly string[];
  readonly config: string | undefined;
  readonly matrix: string | undefined;
  /** JSON report to compare with. */
  readonly baseReport: string | undefined;
  /** Whether a change passes that cannot be compared with what it starts from. */
  readonly allowMissingBase: boolean;
  /** Seconds that the check may take. */
  readonly timeout: number | undefined;
  /** Left as they were given: the check knows which values it takes. */
  readonly options: SettingsOptions;
  readonly comment: CommentMode;
  /** Tells the comments of several runs in one pull request apart. */
  readonly commentKey: string;
  readonly annotations: boolean;
  readonly summary: boolean;
  /** Whether safe fixes of changed lines are suggested in a review. */
  readonly suggestions: boolean;
  readonly reportFile: string | undefined;
  readonly sarifFile: string | undefined;
  readonly htmlFile: string | undefined;
  readonly badgeFile: string | undefined;
  readonly badgeBranch: string | undefined;
  /** The folder for kept results. */
  readonly cache: string | undefined;
  readonly token: string | undefined;
}

/**
 * Reads the inputs that the runner hands over. An empty value counts as not given.
 *
 * @throws UsageError when a value is not one that the input takes
 */
export function readInputs(): Inputs {
  const text = (name: string): string | undefined => getInput(name) || undefined;
  const choice = <T extends string>(name: string, choices: readonly T[]): T | undefined => {
    const value = text(name);
    if (value === undefined) return undefined;
    const found = choices.find((one) => one === value.toLowerCase());
    if (found === undefined) throw refused(name, value, `takes ${choices.join(", ")}`);
    return found;
  };
  const matching = (name: string, pattern: RegExp, takes: string): string | undefined => {
    const value = text(name);
    if (value !== undefined && !pattern.test(value)) throw refused(name, value, `takes ${takes}`);
    return value;
  };
  const switchedOn = (name: string): boolean => choice(name, ["true", "false"]) !== "false";

  const seconds = matching("timeout", /^[1-9]\d{0,5}$/, "a number of seconds");

  return {
    workingDirectory: text("working-directory") ?? ".",
    paths: getMultilineInput("paths").filter((line) => line !== ""),
    config: text("config"),
    matrix: text("matrix"),
    baseReport: text("base-report"),
    allowMissingBase: choice("allow-missing-base", ["true", "false"]) === "true",
    timeout: seconds === undefined ? undefined : Number(seconds),
    options: {
      falcoVersion: text("falco-version"),
      kubernetesVersion: text("kubernetes-version"),
      level: text("level"),
      failOn: text("fail-on"),
      minConfidence: text("min-confidence"),
      minCoverage: text("min-coverage"),
      failOnRegression: text("fail-on-regression"),
      onlyNew: text("only-new"),
      scope: text("scope"),
      gate: text("gate"),
    },
    comment: choice("comment", commentModes) ?? "always",
    commentKey:
      matching("comment-key", /^[\w./-]{1,100}$/, "up to 100 letters, digits and . _ / -") ?? "default",
    annotations: switchedOn("annotations"),
    summary: switchedOn("summary"),
    suggestions: choice("suggestions", ["true", "false"]) === "true",
    reportFile: text("report-file"),
    sarifFile: text("sarif-file"),
    htmlFile: text("html-file"),
    badgeFile: text("badge-file"),
    badgeBranch: matching("badge-branch", /^[A-Za-z0-9][\w./-]{0,200}$/, "the name of a branch"),
    cache: text("cache"),
    token: text("github-token"),
  };
}

function refused(name: string, value: string, takes: string): UsageError {
  const shown = value.length > 60 ? `${value.slice(0, 60)}…` : value;
  return new UsageError(`The input ${name} ${takes}; not ${JSON.stringify(shown)}.`);
}
