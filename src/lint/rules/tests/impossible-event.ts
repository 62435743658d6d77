/**
 * The event of a rule test cannot happen: a call with the argument of another, a file that is a connection, the image
 * of a container on the host, a result that contradicts another.
 *
 * ## Why
 *
 * A test on an event that no kernel gives says nothing of the rule. The rule may fire on it and never in a cluster, or stay
 * silent on a near miss that nobody will ever see.
 *
 * ## Instead
 *
 * Write the values that Falco gives. The surest way is a line of its JSON output, as `json:`.
 *
 * ## Notes
 *
 * Looks at events of system calls, and at two fields of audit events that people take for names. A field that the test
 * leaves out is no contradiction. The sources are the event table, the table of open flags and the code of the fields in
 * Falco's libraries and in the k8saudit plugin.
 */

import { ofKind } from "../../../project/index.ts";
import { readSuite, type TestCase } from "../../../proof/index.ts";
import { contradictions } from "../../event-contradictions.ts";
import type { LintRule, Problem } from "../../rule.ts";

const rule: LintRule = {
  id: "tests/impossible-event",
  severity: "warning",
  confidence: "high",
  summary: "The event of a rule test cannot happen",
  fixable: false,
  *check({ project }) {
    for (const source of ofKind(project, "rule-tests"))
      for (const { cases } of readSuite(source).tests) yield* impossible(cases);
  },
};

/** Each reason once for a case, however many values of `each` share it. */
function* impossible(cases: readonly TestCase[]): Iterable<Problem> {
  const reported = new Set<string>();
  for (const { text, span, name, values } of cases) {
    for (const reason of contradictions(values)) {
      const key = `${span.start} ${reason}`;
      if (reported.has(key)) continue;
      reported.add(key);
      yield {
        at: { text, span },
        message: `The event of "${name}" cannot happen. ${reason}`,
        help: "Write the values that Falco gives for such an event, or leave the field out.",
      };
    }
  }
}

export default rule;
