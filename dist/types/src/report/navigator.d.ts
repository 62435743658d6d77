import type { Format } from "./report.js";
/**
 * A layer of the ATT&CK Navigator: the techniques that rules name in their tags, scored from 0 to 100 by the highest rung
 * of a rule that is enabled. A rule that no control names has no rung, and gives no score. The breadth of the controls
 * is given beside it, as it is measured by signal and not by technique.
 */
export declare const navigator: Format;
