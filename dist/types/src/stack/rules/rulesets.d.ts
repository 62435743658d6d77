import type { DeclaredField } from "../../configuration/index.js";
import { type Project, type Source } from "../../project/index.js";
import type { Stack } from "../model/index.js";
import { type Ruleset } from "./ruleset.js";
export interface RulesetOptions {
    /** The version that was asked for; else that of the deployment, or the newest. */
    readonly falcoVersion?: string | undefined;
    /** Plugins beside those that a deployment loads. */
    readonly plugins?: readonly string[] | undefined;
    /** Fields of plugins that are not known. */
    readonly fields?: readonly DeclaredField[] | undefined;
}
/**
 * What each deployment loads, and, by ConfigMap or folder, the rules files that none loads. Those are loaded
 * alone, as if after the rules that the Falco project publishes.
 *
 * @throws RangeError for a version of Falco that there is not
 */
export declare function rulesetsOf(project: Project, stacks: readonly Stack[], options: RulesetOptions): Ruleset[];
/**
 * Rules files that one Falco loads in the order given, with the plugins that they ask for.
 *
 * @param options `afterPublished`: as if after the rules that the Falco project publishes
 * @throws RangeError for a version of Falco that there is not
 */
export declare function rulesetInOrder(name: string, sources: readonly Source[], options: RulesetOptions & {
    readonly afterPublished: boolean;
}): Ruleset;
/** The ruleset with these texts of its files, loaded as they were. */
export declare function reload(ruleset: Ruleset, sources: readonly Source[]): Ruleset;
/** The version of Falco whose rules a check is about: what was asked for, else the deployments', else the newest. */
export declare function mainVersion(stacks: readonly Stack[], requested: string | undefined): string;
