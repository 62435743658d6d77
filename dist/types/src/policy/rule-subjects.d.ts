import { type Coverage, type Rung } from "../compliance/index.js";
import { type Model } from "../lint/index.js";
import type { Proof } from "../proof/index.js";
import type { Subject } from "./subjects.js";
/** What is known of rules beside their files. */
export interface RuleFacts {
    readonly model: Model;
    readonly coverage: Coverage;
    /** What the rule tests say, by the rule's name. */
    readonly proofs: ReadonlyMap<string, Proof>;
}
/** Each rule as each deployment loads it, and as it stands where none does. */
export declare function ruleSubjects(facts: RuleFacts): Subject<"rule">[];
/** All rungs up to one. */
export declare function rungsTo(rung: Rung | null): readonly string[];
