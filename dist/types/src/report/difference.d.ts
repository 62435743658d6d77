import type picocolors from "picocolors";
import type { Finding } from "../lint/index.js";
import type { Report } from "./report.js";
/** How many more or fewer controls are covered than before, such as "+2"; null when that is not known or none. */
export declare function coveredChange({ difference }: Report, framework?: string): string | null;
/** Whether a finding is one that the older revision did not have; false when there is no older one. */
export declare function isNew({ difference }: Report): (finding: Finding) => boolean;
/** What a change does, for a terminal: a block for each part. Empty without a difference. */
export declare function differenceText(report: Report, { width, firstScreen }: {
    readonly width: number;
    readonly firstScreen?: boolean;
}, colors: ReturnType<typeof picocolors.createColors>): string[];
