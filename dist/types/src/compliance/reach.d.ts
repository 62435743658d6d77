import { type Chain, type LoadedRule, type Ruleset } from "../stack/index.js";
import type { Blocker } from "./coverage.js";
/** What keeps a rule from each of the rungs that a deployment decides; null where nothing does. */
export interface Reach {
    readonly enabled: Blocker | null;
    readonly deployed: Blocker | null;
    readonly routed: Blocker | null;
    /** What the way to somebody takes for granted, as a sentence; absent where it needs no assumption. */
    readonly assumed?: string;
}
/** How far a rule gets in one deployment. */
export declare function reachIn(chain: Chain): Reach;
/**
 * How far a rule gets in the best of the deployments; undefined for a name that no ruleset has.
 */
export declare function reach(rulesets: readonly Ruleset[], name: string): Reach | undefined;
/** A rule as the first ruleset that has it loads it; undefined for a name that none has. */
export declare function findRule(rulesets: readonly Ruleset[], name: string): LoadedRule | undefined;
/** The chain of a rule through each deployment. */
export declare function chainsOf(rulesets: readonly Ruleset[], name: string): Chain[];
