import type { Operation } from "../evidence/index.js";
import type { Proof } from "../proof/index.js";
import type { Ruleset } from "../stack/index.js";
import type { TaggedRule } from "./compliance.js";
import { type RuleCoverage } from "./coverage.js";
/** The rules of the repository with their tags, each once, however many deployments load it. */
export declare function taggedRules(rulesets: readonly Ruleset[]): TaggedRule[];
/** How far a rule gets, and the ruleset in which it gets there: undefined where no ruleset has the rule. */
export interface RuleStanding {
    readonly coverage: RuleCoverage;
    readonly ruleset: Ruleset | undefined;
}
/**
 * How far a Falco rule of a name gets, in the best of the deployments.
 *
 * @param proofs what the rule tests say, by the rule's name
 * @param operation what records of a period say; without them no rule gets further than `proven`
 */
export declare function ruleCoverage(rulesets: readonly Ruleset[], proofs: ReadonlyMap<string, Proof>, operation?: Operation): (name: string) => RuleStanding;
