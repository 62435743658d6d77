import { hasCoverage } from "./controls.ts";
import type { Report } from "./report.ts";

/** Whether the files have nothing of Falco: no rules of their own, none that a deployment loads, no matrix. */
export function isNothingHere({ rules, publishedRules = [], findings, coverage }: Report): boolean {
  return rules.length + publishedRules.length + findings.length === 0 && !hasCoverage(coverage);
}
