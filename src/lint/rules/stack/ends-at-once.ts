/**
 * The container of Falco runs another program, or an option makes Falco print something and end.
 *
 * ## Why
 *
 * Kubernetes starts the container again and again, and no event is ever read. `sleep infinity` and `--dry-run` are
 * left from debugging; `-V` and `-L` belong in a pipeline; `-M 60` ends after a minute.
 *
 * ## Instead
 *
 * Start Falco with the options that decide what it loads: `args: [/usr/bin/falco, -o, priority=notice]`.
 *
 * ## Notes
 *
 * The images of Falco 0.40 and newer have a command and no entrypoint: `args: [-o, priority=notice]` replaces the
 * command, and Kubernetes runs `-o` as a program. The word `/usr/bin/falco` comes first.
 */

import { endingOptions, otherProgram } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";
import { startProblems } from "../../start-problems.ts";

const rule: LintRule = {
  id: "stack/ends-at-once",
  severity: "error",
  confidence: "high",
  summary: "Falco's container runs something else, or Falco with an option that makes it end",
  fixable: false,
  *check({ stacks }) {
    for (const stack of stacks) yield* startProblems(otherProgram(stack), ...endingOptions(stack));
  },
};

export default rule;
