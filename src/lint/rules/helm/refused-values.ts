/**
 * The chart makes nothing of its values: it refuses what it no longer has, or what cannot be.
 *
 * ## Why
 *
 * Helm stops, and the cluster keeps what it had, or nothing. Rules and settings in these values are never deployed.
 *
 * ## Instead
 *
 * Write what the chart takes: `driver.kind: modern_ebpf` where it was `ebpf`, and no `falco.grpc` since chart 9.0.0.
 *
 * ## Notes
 *
 * Official charts are known from 4.0.0 on. Where the chart's version is not known, only what all of them refuse is
 * reported.
 */

import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "helm/refused-values",
  severity: "error",
  confidence: "high",
  summary: "The chart refuses its values, so nothing is deployed",
  fixable: false,
  *check({ applied }) {
    for (const { refusals } of applied) {
      for (const { by = "Helm", message, meaning, location } of refusals) {
        yield {
          at: location,
          message: `${by} refuses these values. ${message}${meaning === undefined ? "" : `: ${meaning}`}`,
          help: "Nothing of the release is deployed until the values are changed.",
        };
      }
    }
  },
};

export default rule;
