/**
 * falcosidekick does not know a variable, or a key of its configuration file.
 *
 * ## Why
 *
 * It goes on without it: an output that you think is on stays off, or its minimum priority is not the one you
 * wrote.
 *
 * ## Instead
 *
 * Write the name that falcosidekick has: `SLACK_WEBHOOKURL`, `SLACK_MINIMUMPRIORITY`.
 *
 * ## Notes
 *
 * Names are those of falcosidekick 2.34. Variables that resemble none of them are not reported.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
