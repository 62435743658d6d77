import type { Place } from "../project/text.js";
import type { Problem } from "./rule.js";
/** What is said of a name under which there is no rule, with the fix where one was likely meant. */
export declare function noSuchRule(at: Place, name: string, names: ReadonlySet<string>, help: string): Problem;
