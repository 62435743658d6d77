/**
 * The matrix asks for a baseline that the framework does not have.
 *
 * ## Why
 *
 * The baseline decides which controls count. An unknown one selects none of them, and coverage of nothing
 * says nothing.
 *
 * ## Instead
 *
 * Write one of the baselines that the framework has.
 *
 * ## Notes
 *
 * FedRAMP has `li-saas`, `low`, `moderate` and `high`; the other frameworks have no baselines.
 */

import { nearest } from "../../../project/index.ts";
import type { LintRule } from "../../rule.ts";
import { writeInstead } from "../../spelling.ts";

const rule: LintRule = {
  id: "matrix/unknown-baseline",
  severity: "error",
  confidence: "high",
  summary: "The matrix asks for a baseline that the framework does not have",
  fixable: true,
  *check({ compliance }) {
    for (const { framework, use } of compliance.frameworks) {
      if (use?.baseline === undefined || framework.baselines.includes(use.baseline.id)) continue;
      const near = nearest(use.baseline.id, framework.baselines);
      yield {
        at: use.baseline,
        message: `${framework.name} has no baseline \`${use.baseline.id}\`.${near === undefined ? "" : ` Did you mean \`${near}\`?`}`,
        help:
          framework.baselines.length === 0
            ? "This framework has no baselines: remove the key."
            : `Baselines: ${framework.baselines.join(", ")}.`,
        ...writeInstead(near, use.baseline),
      };
    }
  },
};

export default rule;
