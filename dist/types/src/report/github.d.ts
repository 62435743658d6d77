import type { Format } from "./report.js";
/**
 * Workflow commands, one annotation a line. GitHub shows ten errors, ten warnings and ten notices of a step, so
 * the worst come first, and among them those that the change brings or touches.
 */
export declare const github: Format;
