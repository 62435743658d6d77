import type picocolors from "picocolors";
import type { Finding } from "../lint/index.js";
import type { RenderContext } from "./report.js";
type Colors = ReturnType<typeof picocolors.createColors>;
/** What the lines of findings need: the texts of files and the terminal. */
export type FrameContext = Pick<RenderContext, "source" | "color" | "width">;
/** All findings for a terminal, those with the same message as one, errors first, then by file. */
export declare function findingBlocks(findings: readonly Finding[], isAdded: (finding: Finding) => boolean, context: FrameContext, colors: Colors): string[];
/**
 * The worst findings for a terminal, at most ten causes and at most so many lines, and how many others there are; at
 * least one is shown.
 */
export declare function worstBlocks(findings: readonly Finding[], isAdded: (finding: Finding) => boolean, lines: number, context: FrameContext, colors: Colors): string[];
/** Lines that blocks take with the blank lines between and after them. */
export declare function heightOf(blocks: readonly string[]): number;
export {};
