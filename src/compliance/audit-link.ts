import type { RuleDefinition } from "../falco/index.ts";
import {
  auditPolicies,
  auditSource,
  broken,
  type Link,
  ok,
  type Ruleset,
  type Stack,
} from "../stack/index.ts";
import { type AuditVision, auditVision } from "./audit-feed.ts";

/** The plugin that the API server sends its audit log to; others fetch that of a provider, which has a policy of its own. */
const receiver = "k8saudit";

/**
 * What a rule on audit events sees under each audit policy of the repository; a sentence where that is not checked, and undefined
 * for other rules.
 */
export function auditVisions(
  { result }: Ruleset,
  stack: Stack,
  rule: RuleDefinition | undefined,
): readonly AuditVision[] | string | undefined {
  if (rule?.source !== auditSource) return undefined;
  if (!stack.plugins.some(({ name }) => name === receiver))
    return "The provider of the cluster decides what its API server records, so that is not checked.";
  const policies = auditPolicies(stack.manifests.project);
  if (policies.length === 0)
    return "No audit policy is among the files, so what the API server records is not checked.";
  const visions = policies.map((policy) => policy && auditVision(rule, result, policy));
  const known = visions.filter((vision) => vision !== undefined);
  return known.length < visions.length
    ? "What the API server records for the rule is not checked: its condition or the audit policy cannot be read."
    : known;
}

/** The link from the API server's audit policy to a rule; undefined for rules on other events. */
export function auditLink(ruleset: Ruleset, stack: Stack, name: string): Link | undefined {
  const visions = auditVisions(ruleset, stack, ruleset.definitions.get(name));
  if (visions === undefined) return undefined;
  if (typeof visions === "string") return ok("recorded", visions, undefined);
  const [spot] = visions.every(({ canFire }) => !canFire) ? visions.flatMap(({ blind }) => blind) : [];
  if (spot !== undefined)
    return broken("recorded", `The rule can never fire: the audit policy ${spot.why}.`, spot.at);
  return ok("recorded", "The audit policy does not keep the rule from firing.", undefined);
}
