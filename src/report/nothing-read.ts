import { hasCoverage } from "./controls.ts";
import type { Report } from "./report.ts";

/** Whether nothing of Falco was read: no rules of their own, none that a deployment loads, no matrix. */
export function isNothingRead({ rules, publishedRules = [], findings, coverage }: Report): boolean {
  return rules.length + publishedRules.length + findings.length === 0 && !hasCoverage(coverage);
}
