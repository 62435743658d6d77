import type { Warn } from "./collector.ts";
import { type Diagnostic, LoadError } from "./diagnostic.ts";
import type { Entry, ReferableEntry, Step, StepDiagnostic, StepName } from "./entries.ts";

/** Diagnostic sink for one compilation. */
export interface CompileReport {
  readonly warn: Warn;
  /** Reports an error; returns whether to continue with the next definition. */
  readonly fail: (error: Diagnostic, follows: boolean) => boolean;
}

/** Ends the compilation at the first error. */
export class Stopped extends Error {}
/** Ends the compilation of one rule, which Falco then skips. */
export class LeftOut extends Error {}

/** Runs the steps of a compilation, and keeps the diagnostics and references of each. */
export class StepRunner {
  #report: CompileReport = { warn: () => {}, fail: () => false };
  /** The step in progress. */
  #step: Step | undefined;
  /** Whether the current compilation reported an error. */
  failed = false;
  readonly unused = new Set<ReferableEntry>();

  start(report: CompileReport): void {
    this.#report = report;
    this.failed = false;
  }

  /** Runs a step, or repeats its earlier diagnostics. */
  take(name: StepName, entry: Entry, run: () => void): void {
    const before = entry.steps[name];
    if (before !== undefined) {
      for (const diagnostic of before.diagnostics) this.report(diagnostic);
      return;
    }
    const step: Step = { diagnostics: [], used: [] };
    this.#step = step;
    try {
      this.attempt(run);
    } catch (error) {
      if (!(error instanceof LeftOut)) throw error;
    } finally {
      this.#step = undefined;
    }
    entry.steps[name] = step;
    for (const used of step.used) if (used.users++ === 0) this.unused.delete(used);
  }

  report(diagnostic: StepDiagnostic): void {
    this.#step?.diagnostics.push(diagnostic);
    if ("warning" in diagnostic) {
      this.#report.warn(diagnostic.warning);
      return;
    }
    this.failed = true;
    if (!this.#report.fail(diagnostic.error, diagnostic.follows)) throw new Stopped();
  }

  use(used: ReferableEntry): void {
    this.#step?.used.push(used);
  }

  attempt(step: () => void): void {
    try {
      step();
    } catch (error) {
      if (!(error instanceof LoadError)) throw error;
      this.report({ error: error.diagnostic, follows: error.follows });
    }
  }

  warn(warning: Parameters<Warn>[0]): void {
    this.report({ warning });
  }
}
