/**
 * A plugin is to be loaded that has no configuration, or whose library is not in the container.
 *
 * ## Why
 *
 * Falco stops when it cannot load a plugin. The image has the container plugin alone; all others are
 * installed by falcoctl.
 *
 * ## Instead
 *
 * Configure the plugin under `plugins`, with the path of a library that falcoctl installs.
 *
 * ## Notes
 *
 * Images before 0.38 have k8saudit, cloudtrail and json.
 */

import { missingPlugins } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";
import { startProblems } from "../../start-problems.ts";

const rule: LintRule = {
  id: "stack/plugin-library",
  severity: "error",
  confidence: "high",
  summary: "A plugin that Falco loads is not configured, or its library is not in the container",
  fixable: false,
  *check({ stacks }) {
    for (const stack of stacks) yield* startProblems(...missingPlugins(stack));
  },
};

export default rule;
