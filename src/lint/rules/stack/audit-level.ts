/**
 * The audit policy of the API server leaves out what a rule looks at.
 *
 * ## Why
 *
 * The rule loads and its plugin gets events, and yet it is silent: `ka.req.*` are read from the body of a request and `ka.resp.*`
 * from that of the answer. At level `Metadata` an event has neither, at `Request` not the second, at `None` there is no event,
 * and none for a stage under `omitStages`.
 *
 * ## Instead
 *
 * Record what the rule looks for at `Request` or, for `ka.resp.*`, at `RequestResponse`, in a rule of the policy that stands
 * above the one that leaves it out: the first that fits a request decides. Keep secrets and tokens at `Metadata`.
 *
 * ## Notes
 *
 * An error where the rule can never fire, a warning where it does not see some of the resources and verbs that its condition
 * names. Users, groups and names that the condition leaves open may be any, so that nothing is said of a policy rule that depends on
 * them. Not checked: clusters whose provider sends the audit log (`k8saudit-eks` and the like), a repository without an audit
 * policy, a condition that names no resources by `=` or `in`; `falcoverage trace RULE` says so. Of several policies each has to leave
 * it out. Source of what matches: `policyRuleEvaluator` of k8s.io/apiserver 0.37.
 */

import { type AuditVision, auditVisions } from "../../../compliance/index.ts";
import type { Location } from "../../../project/index.ts";
import type { LintRule, Problem } from "../../rule.ts";
import { lastLocation, runs } from "../../ruleset-locations.ts";

/** Requests in the message; the others are counted. */
const shown = 4;

const rule: LintRule = {
  id: "stack/audit-level",
  severity: "warning",
  confidence: "high",
  summary: "The audit policy leaves out what a rule on audit events looks at",
  fixable: false,
  *check({ rulesets }) {
    for (const ruleset of rulesets) {
      const { stack, result } = ruleset;
      if (stack === undefined || stack.config.state === "unknown") continue;
      for (const definition of result.rules) {
        const visions = runs(ruleset, definition) ? auditVisions(ruleset, stack, definition) : undefined;
        const at = lastLocation(ruleset, definition, "condition");
        if (at !== undefined && visions !== undefined && typeof visions !== "string")
          yield* blindness(definition.name, visions, at);
      }
    }
  },
};

function* blindness(name: string, visions: readonly AuditVision[], at: Location): Iterable<Problem> {
  const [first, ...others] = visions;
  const spots = (first?.blind ?? []).filter(({ verb, resource }) =>
    others.every(({ blind }) => blind.some((one) => one.verb === verb && one.resource === resource)),
  );
  if (spots.length === 0) return;
  const never = visions.every(({ canFire }) => !canFire);
  const { file, start } = spots[0]!.at.text.locate(spots[0]!.at.span);
  const whys = [...new Set(spots.slice(0, shown).map(({ why }) => why))];
  const more = spots.length > shown ? `, and so for ${spots.length - shown} more` : "";
  yield {
    at,
    severity: never ? "error" : "warning",
    message: `"${name}" ${never ? "can never fire" : "does not see all that it looks for"}: the audit policy (${file}:${start.line}) ${whys.join(", ")}${more}.`,
    help: "Record it at `Request` (for `ka.resp.*` at `RequestResponse`) in a rule of the audit policy above that one, or take it out of the condition.",
  };
}

export default rule;
