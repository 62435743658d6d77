import type { Finding } from "../../src/lint/index.ts";

/** A file as it stands in the playground; the order of files is Falco's load order. */
export interface PlaygroundFile {
  readonly name: string;
  readonly text: string;
}

/** What is asked to be looked at. */
export interface Input {
  readonly files: readonly PlaygroundFile[];
  /** As `0.45.0`. */
  readonly falcoVersion: string;
  /** Whether the files are loaded after the rules that the Falco project publishes, of which only the names are known. */
  readonly afterPublished: boolean;
}

/** What the worker is asked; all but `check` are about the files of the last one. */
export type Request =
  | ({ readonly kind: "check" } & Input)
  | { readonly kind: "evaluate"; readonly rule: string; readonly event: string }
  | { readonly kind: "example"; readonly rule: string }
  | { readonly kind: "tests"; readonly rule: string }
  | { readonly kind: "fix"; readonly fingerprint: string }
  | { readonly kind: "fix-all" };

/** The reply to each kind of request. */
export interface Replies {
  readonly check: Answer;
  readonly evaluate: Evaluated;
  readonly example: Example;
  readonly tests: PlaygroundFile;
  /** The files that change. */
  readonly fix: readonly PlaygroundFile[];
  readonly "fix-all": readonly PlaygroundFile[];
}

export interface Answer {
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
  readonly items: readonly CompiledItem[];
  readonly suites: readonly TestedFile[];
  /** All versions of Falco that there are to choose from, the newest first. */
  readonly versions: readonly string[];
  /** How long it took, in milliseconds. */
  readonly took: number;
}

/** What Falco says of the rules files together. */
export interface Verdict {
  readonly loads: boolean;
  readonly rules: number;
  readonly errors: number;
  readonly warnings: number;
  /** Names of the rules files, in load order. */
  readonly files: readonly string[];
}

/** A rule or a macro with its condition as the engine compiles it. */
export interface CompiledItem {
  readonly kind: "rule" | "macro";
  readonly name: string;
  readonly file: string;
  /** Undefined where it does not compile, or builds on something that is not at hand. */
  readonly compiled: string | undefined;
  /** Of a rule. */
  readonly source?: string;
  readonly enabled?: boolean;
  /** Events that it can match; undefined where that is not known. */
  readonly events?: readonly string[] | undefined;
}

/** A condition, or a part of it, with its result for an event. */
export interface Part {
  readonly kind: "and" | "or" | "not" | "check";
  readonly result: boolean | "error";
  /** Whether Falco's engine gets to it; an earlier part can decide. */
  readonly reached: boolean;
  /** Whether the result of the whole condition comes from here. */
  readonly decides: boolean;
  readonly children: readonly Part[];
  /** Of a check: as the engine prints it, and the value that it saw. */
  readonly text?: string;
  readonly value?: string;
}

export type Evaluated =
  | { readonly kind: "problem"; readonly message: string }
  | {
      readonly kind: "result";
      readonly rule: string;
      readonly fires: boolean | "error";
      readonly condition: Part;
      /** What the rule says of the event, where it fires. */
      readonly output: string | undefined;
      /** Other enabled rules of the same event source that fire on it. */
      readonly otherRules: readonly string[];
    };

export type Example =
  | { readonly kind: "event"; readonly event: string }
  | { readonly kind: "problem"; readonly message: string };

export interface TestedFile {
  readonly file: string;
  readonly problems: readonly string[];
  readonly rules: readonly TestedRule[];
  readonly untested: readonly string[];
}

export interface TestedRule {
  readonly rule: string;
  readonly error: string | undefined;
  /** How much of the condition its cases test, in percent. */
  readonly coverage: number | undefined;
  readonly cases: readonly TestedCase[];
}

export interface TestedCase {
  readonly name: string;
  readonly fires: boolean;
  readonly status: "passed" | "failed" | "error";
  readonly message: string | undefined;
  readonly line: number;
  /** The checks that decided, with the values that they saw. */
  readonly deciding: readonly { readonly text: string; readonly result: string; readonly value: string }[];
}

/** What the worker sends back. */
export type Reply =
  | { readonly id: number; readonly kind: "done"; readonly value: Replies[keyof Replies] }
  | { readonly id: number; readonly kind: "failed"; readonly message: string };
