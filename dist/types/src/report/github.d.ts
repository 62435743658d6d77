import { type Severity } from "../lint/index.js";
import type { Format, RenderContext, Report } from "./report.js";
/** A finding as GitHub shows it beside a line. */
export interface Annotation {
    readonly severity: Severity;
    readonly message: string;
    readonly place: {
        readonly title: string;
        readonly file: string;
        readonly startLine: number;
        readonly endLine: number;
        readonly startColumn?: number;
        readonly endColumn?: number;
    };
}
/**
 * GitHub shows ten errors, ten warnings and ten notices of a step, so the worst come first, and among them those
 * that the change brings or touches.
 */
export declare function annotations(report: Report, context: RenderContext): Annotation[];
/** Workflow commands, one annotation a line, for steps that print the report themselves. */
export declare const github: Format;
