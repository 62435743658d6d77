/**
 * The matrix names a framework that does not exist, or has controls of one that it does not list under
 * `frameworks`.
 *
 * ## Why
 *
 * Coverage is worked out for the frameworks that are listed. The controls of any other are not counted,
 * however many rules they have.
 *
 * ## Instead
 *
 * Correct the id of the framework, or list it under `frameworks`.
 *
 * ## Notes
 *
 * The frameworks that come with falcoverage are `soc2`, `hipaa`, `pci-dss`, `gdpr`, `fedramp` and `iso27001`.
 * One of your own is a YAML file with `framework:` and `controls:`.
 */

import { type Location, nearest } from "../../../project/index.ts";
import type { LintRule, Problem } from "../../rule.ts";
import { writeInstead } from "../../spelling.ts";

const rule: LintRule = {
  id: "matrix/unknown-framework",
  severity: "error",
  confidence: "high",
  summary: "The matrix names a framework that does not exist, or that it does not list as in use",
  fixable: true,
  *check({ compliance: { matrices, frameworks, frameworkIds } }) {
    const unknown = ({ id, ...at }: Location & { id: string }): Problem => {
      const near = nearest(id, frameworkIds);
      return {
        at,
        message: `There is no framework \`${id}\`.${near === undefined ? "" : ` Did you mean \`${near}\`?`}`,
        help: `Frameworks: ${frameworkIds.join(", ")}. Add your own as a file with \`framework:\` and \`controls:\`.`,
        ...writeInstead(near, at),
      };
    };
    const inUse = new Set(frameworks.map(({ framework }) => framework.id));
    const named = new Set<string>();
    for (const matrix of matrices) {
      for (const use of matrix.frameworks) if (!frameworkIds.includes(use.id)) yield unknown(use);
      for (const { framework } of matrix.entries) {
        if (named.has(framework.id) || inUse.has(framework.id)) continue;
        named.add(framework.id);
        if (!frameworkIds.includes(framework.id)) yield unknown(framework);
        else {
          yield {
            at: framework,
            message: `The framework \`${framework.id}\` has controls here but is not listed under \`frameworks\`.`,
            help: `Add \`- id: ${framework.id}\` to \`frameworks\`, or its controls are not counted.`,
          };
        }
      }
    }
  },
};

export default rule;
