import { type Difference, type Rung, type TotalChange } from "../compliance/index.js";
/**
 * The most important thing that a change does, without a full stop: what is lost first, and what does it.
 *
 * @param level the rung from which a control counts as covered
 */
export declare function changeSentence(difference: Difference, level: Rung): string;
/** Whether nothing is different. */
export declare function isQuiet({ controls, rules, deployments, findings }: Difference): boolean;
/** Whether the older revision had no rule that got anywhere. */
export declare function isFirstAdoption({ controls, totals, rules }: Difference): boolean;
/** The share before and after, such as "100% (86 of 86) to 98% (85 of 86)". */
export declare function shareText({ from, to }: TotalChange): string;
