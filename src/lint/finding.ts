import type { Position } from "../project/index.ts";

/**
 * By consequence. `error`: Falco will not start, a rule cannot match as written, an alert reaches nobody, a
 * control is lost. `warning`: it works, but not as its author is likely to mean, or breaks with the next
 * version. `notice`: it could be better.
 */
export type Severity = "error" | "warning" | "notice";

/**
 * How sure it is that a finding is right. `high`: it follows from what Falco, Kubernetes or another program does
 * with the text. `medium`: it depends on what the author means, or on something outside of the repository.
 * `low`: a hint; many findings of this rule are fine where they are.
 */
export type Confidence = "high" | "medium" | "low";

export const confidences: readonly Confidence[] = ["high", "medium", "low"];

/** The lower of two confidences. */
export function lowerConfidence(a: Confidence, b: Confidence): Confidence {
  return isConfident(a, b) ? b : a;
}

/** Whether a confidence is the least one asked for, or higher. */
export function isConfident(confidence: Confidence, least: Confidence): boolean {
  return confidences.indexOf(confidence) <= confidences.indexOf(least);
}

export const severities: readonly Severity[] = ["error", "warning", "notice"];

/** Replaces the text from `start` to `end` (line and column from 1, end exclusive) by `text`. */
export interface Edit {
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
  readonly text: string;
}

export interface Fix {
  readonly description: string;
  /**
   * Whether nothing that Falco sees changes: every rule is proven to hold for the same events, with the same output,
   * priority and tags; or the file did not load and there is one way only to mend it. Another fix is offered, and never
   * applied unasked.
   */
  readonly safe: boolean;
  readonly edits: readonly Edit[];
}

/** The line that a finding is about, or the part of a long one around it, with secrets made unreadable. */
export interface Excerpt {
  /** An ellipsis where the line goes on. */
  readonly text: string;
  /** What of the text the finding is about, in UTF-16 units from 0, the end exclusive. */
  readonly start: number;
  readonly end: number;
  /** The same part of the line before, if that is not blank. */
  readonly above?: string;
}

/** Something wrong at a location, as data. Lines and columns from 1, the end exclusive. */
export interface Finding {
  /** Id of the lint rule, such as `falco/compile-condition`. */
  readonly rule: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** What is wrong, in one or two sentences of plain text. */
  readonly message: string;
  /** Path from the workspace root, with `/`. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** Falco's own code where Falco reports the same thing, such as `LOAD_ERR_COMPILE_CONDITION`. */
  readonly falcoCode?: string;
  /** Why it matters and what to write instead. */
  readonly help?: string;
  readonly fix?: Fix;
  /** In a report for readers without the files. */
  readonly excerpt?: Excerpt;
  /** Names it across revisions: the same as long as the rule, the file and the text of the line are. */
  readonly fingerprint: string;
}
