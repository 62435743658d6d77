import type { Location } from "../project/index.js";
import type { Problem } from "./rule.js";
/** The end of a sentence about an unknown name, with the known name that is nearest to it. */
export declare function didYouMean(near: string | undefined): string;
/** The fix that writes the nearest known name instead, where there is one. It may not be the name that is meant. */
export declare function writeInstead(near: string | undefined, at: Location): Pick<Problem, "fix">;
