import type { LoadResult, RuleDefinition } from "../../falco/index.js";
import type { Source } from "../../project/index.js";
import type { Stack } from "../model/index.js";
/**
 * Rules files that one Falco loads together, in load order, with Falco's verdict on them. Diagnostics and
 * definitions name a file by its index; `sources[index]` is where it stands in the repository.
 */
export interface Ruleset {
    /** For people: the deployment, or the ConfigMap or folder where no deployment loads the files. */
    readonly name: string;
    readonly sources: readonly Source[];
    readonly result: LoadResult;
    /** The deployment that loads the files; undefined where none does. */
    readonly stack: Stack | undefined;
    /** Rules about plugins that are not known. The verdict says nothing of them. */
    readonly unchecked: readonly Unchecked[];
}
/** Rules for one event source, or with fields that have one first word, that no plugin which is known brings. */
export interface Unchecked {
    readonly kind: "source" | "fields";
    readonly name: string;
    readonly rules: readonly RuleDefinition[];
}
/** One ruleset for each load: deployments that load the same files in the same way share its result. */
export declare function distinctLoads(rulesets: readonly Ruleset[]): Ruleset[];
/** Names of all Falco rules that the rulesets have, those of files that are not at hand among them. */
export declare function ruleNames(rulesets: readonly Ruleset[]): Set<string>;
/** Names of the Falco rules that stand in the repository, each once. */
export declare function ownRuleNames(rulesets: readonly Ruleset[]): string[];
