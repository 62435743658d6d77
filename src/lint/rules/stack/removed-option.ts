/**
 * Falco's command line has an option that the deployed version does not know.
 *
 * ## Why
 *
 * Falco stops at an unknown option, on every node at once, after an update of the image.
 *
 * ## Instead
 *
 * Write the setting in falco.yaml: `rules: [{disable: {rule: ...}}]` in place of `-D`.
 *
 * ## Notes
 *
 * `-D`, `-T` and `-t` were removed in Falco 0.39, `--cri` in 0.40, `-A`, `-b` and `-S` in 0.41.
 */

import { unknownOptions } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";
import { startProblems } from "../../start-problems.ts";

const rule: LintRule = {
  id: "stack/removed-option",
  severity: "error",
  confidence: "high",
  summary: "Falco's command line has an option that this version does not know",
  fixable: false,
  *check({ stacks }) {
    for (const stack of stacks) yield* startProblems(...unknownOptions(stack));
  },
};

export default rule;
