import { type Location } from "../project/index.js";
import type { Problem } from "./rule.js";
/** The problem with a name that no rule has, with a fix where one was likely meant. */
export declare function unknownRuleProblem(at: Location, name: string, names: ReadonlySet<string>, help: string): Problem;
