import type { Location } from "../../project/index.js";
import type { FalcoCommand } from "./command.js";
import type { FalcoConfig } from "./falco-config.js";
/** One step that enables or disables rules after they are loaded. */
export interface SelectionStep {
    readonly enable: boolean;
    readonly by: {
        readonly kind: "name";
        readonly pattern: string;
    }
    /** Part of a name. */
     | {
        readonly kind: "substring";
        readonly part: string;
    } | {
        readonly kind: "tag";
        readonly tag: string;
    };
    readonly location: Location;
}
/** The steps in the order in which they apply: the command line's, then those of `rules` in falco.yaml. */
export declare function readSelection({ settings }: FalcoConfig, command: FalcoCommand, version: string | undefined): SelectionStep[];
export declare function applies(step: SelectionStep, rule: {
    name: string;
    tags: readonly string[];
}): boolean;
/**
 * Whether a name matches a pattern with `*`, as Falco decides it: each part is looked for once from the left, so
 * that `*a` does not match `aba`.
 */
export declare function matchesWildcard(pattern: string, name: string): boolean;
