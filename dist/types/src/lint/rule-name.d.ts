import type { Place } from "../project/text.js";
import type { Ruleset } from "../stack/ruleset.js";
import type { Problem } from "./rule.js";
/** Names of all Falco rules that the rulesets have, those of files that are not at hand among them. */
export declare function ruleNames(rulesets: readonly Ruleset[]): Set<string>;
/** What is said of a name under which there is no rule, with the fix where one was likely meant. */
export declare function noSuchRule(at: Place, name: string, names: ReadonlySet<string>, help: string): Problem;
