import { type LoadResult } from "../../falco/index.js";
import type { Stack } from "../model/index.js";
import type { Unchecked } from "./ruleset.js";
/** Whether fields with this first word are Falco's or those of a plugin that is known. */
export declare function isKnownNamespace(namespace: string): boolean;
/** A verdict without diagnostics about unknown plugins, and the rules that are left unchecked for it. */
export interface CheckedResult {
    readonly result: LoadResult;
    readonly unchecked: readonly Unchecked[];
}
/**
 * Takes out of a verdict what it says of events and fields of plugins that are not known: Falco may know them.
 *
 * @param stack the deployment, which tells whether it loads such a plugin; undefined where there is none to ask
 */
export declare function withoutUnknownPlugins(result: LoadResult, stack: Stack | undefined): CheckedResult;
