/**
 * Values for the official Falco chart have a key that the chart does not know: misspelt, removed, or of a
 * later version.
 *
 * ## Why
 *
 * Helm takes any key silently. What it was to change keeps its default.
 *
 * ## Instead
 *
 * Write the key as the chart's own values have it: `driver.modernEbpf.leastPrivileged`, `customRules`.
 *
 * ## Notes
 *
 * Keys are those of the chart's own values since 4.0.0. Of an older chart, and of one that brings a Falco
 * before 0.37.0, only keys that came later are reported, and of a copy of the chart in the repository none.
 * Where the chart's version is unknown, the newest that brings the deployed Falco counts. Values of
 * falcosidekick and of falco.yaml have rules of their own.
 *
 * Where neither the chart nor Falco is pinned, values that the chart does not know are reported in one finding: they are
 * likely to be written for an older chart.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
