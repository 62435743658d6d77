import type { Stack } from "../model/index.js";
import type { Ruleset } from "./ruleset.js";
/** Whether a deployment runs a Falco that is older than every version that is known: how that one reads rules, configuration and values is not known either. */
export declare function isOutdated({ falcoVersion }: Stack): boolean;
/** The ruleset without what depends on the version of Falco: the deployment and Falco's own verdict. */
export declare function withoutVerdict(ruleset: Ruleset): Ruleset;
