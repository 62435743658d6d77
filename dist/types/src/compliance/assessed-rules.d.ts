import type { AssessedRule } from "../evidence/index.js";
import type { Ruleset } from "../stack/index.js";
/** The rules of the repository that a deployment loads and that are enabled: those that records of a period can be about. */
export declare function assessedRules(rulesets: readonly Ruleset[]): AssessedRule[];
