/**
 * The matrix maps rules to a heading of a framework, such as PCI DSS 10.2 or SOC 2 CC6, instead of one of the
 * controls below it.
 *
 * ## Why
 *
 * An auditor tests controls. A heading holds controls that a rule covers and others that it does not, so it
 * is never counted.
 *
 * ## Instead
 *
 * Map the rules to the controls below the heading.
 *
 * ## Notes
 *
 * Some headings of today were requirements of an older edition with another meaning: 10.6 was log review in
 * PCI DSS v3.2.1 and is time synchronisation in 4.0.1. The message then names what the old one is today.
 */

import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "matrix/group-control",
  severity: "error",
  confidence: "high",
  summary: "The matrix maps rules to a heading instead of a control",
  fixable: false,
  *check({ compliance }) {
    for (const { entry, used, lookup } of compliance.entries) {
      if (used === undefined || lookup?.kind !== "group") continue;
      const { framework } = used;
      const below = [...framework.controls.values()].filter(
        ({ parent, group, runtime }) => parent === lookup.control.id && !group && runtime !== "none",
      );
      const { previous } = lookup;
      const meant =
        previous?.today === "reused" && previous.successors.length > 0
          ? ` In ${framework.previousVersion} the id meant something else${previous.was === undefined ? "" : ` (${previous.was})`}, which is ${previous.successors.join(", ")} today.`
          : "";
      yield {
        at: entry,
        message: `\`${entry.controlId}\` of ${framework.name} is a heading (${lookup.control.title}), not a control.${meant}`,
        help:
          below.length > 0
            ? `Name the control itself. Below it, these can be seen at run time: ${below.map(({ id }) => id).join(", ")}.`
            : "Name the control itself; of those below it a runtime detector sees none.",
      };
    }
  },
};

export default rule;
