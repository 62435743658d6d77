import type { RuleDefinition } from "../../falco/index.js";
import { type Load, type LoadedRule } from "./loaded-rule.js";
/** What one Falco loads, and the resulting rules. */
export interface Ruleset extends Load {
    /** For people: the deployment, or the ConfigMap or folder where no deployment loads the files. */
    readonly name: string;
    /**
     * The rules by name: those of the repository, and those of published files that the deployment loads. A
     * ruleset without a deployment has those of the repository alone.
     */
    readonly rules: ReadonlyMap<string, LoadedRule>;
    /** Rules about plugins that are not known. The verdict says nothing of them. */
    readonly unchecked: readonly Unchecked[];
}
/** A ruleset with its rules read from the load. */
export declare function makeRuleset(load: Omit<Ruleset, "rules">): Ruleset;
/** Rules for one event source, or with fields that have one first word, that no plugin which is known brings. */
export interface Unchecked {
    readonly kind: "source" | "fields";
    readonly name: string;
    readonly rules: readonly RuleDefinition[];
}
/** One ruleset for each load: deployments that load the same files in the same way share its result. */
export declare function distinctLoads(rulesets: readonly Ruleset[]): Ruleset[];
/** Names of all Falco rules that the rulesets have, including those of files that are not in the repository. */
export declare function ruleNames(rulesets: readonly Ruleset[]): Set<string>;
/** Names of the Falco rules of the repository, each once. */
export declare function ownRuleNames(rulesets: readonly Ruleset[]): string[];
