import type { Finding } from "../lint/index.js";
import { type FrameContext } from "./finding-blocks.js";
import type { Format } from "./report.js";
/** For terminals: findings with their lines, the coverage table, what is not covered, one line that sums up. */
export declare const text: Format;
/** Findings alone, as {@link text} shows them; empty when there are none. */
export declare function findingsText(findings: readonly Finding[], context: FrameContext): string;
