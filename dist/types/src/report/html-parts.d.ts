import { type Blocker, type Rung, type RungCounts } from "../compliance/index.js";
import type { Severity } from "../lint/index.js";
import type { Status } from "./controls.js";
import { type Markup } from "./markup.js";
import type { RenderContext } from "./report.js";
/** The pieces that the sections of the HTML report share. */
export type Tone = "good" | "mid" | "bad" | "info" | "off";
export declare const statusTones: Readonly<Record<Status, Tone>>;
export declare const severityTones: Readonly<Record<Severity, Tone>>;
/** Good is only what lacks nothing. */
export declare function shareTone(counts: RungCounts): Tone;
export declare function tag(tone: Tone, text: string): Markup;
export declare function bar(counts: RungCounts): Markup;
export declare function location(file: string, line: number | undefined, context: RenderContext): Markup;
export declare function locationOf(blocker: Blocker | null, context: RenderContext): Markup | null;
export declare function lineBreak(markup: Markup | null): Markup | null;
/** The ladder as bars that rise, one symbol for each number of rungs; the line marks the rung that counts. */
export declare function ladderSymbols(level: Rung): Markup;
export declare function ladder(rung: Rung | null): Markup;
/** The way from a name in the matrix to a proven alert, with the step at which it ends. */
export declare function route(rung: Rung | null, level: Rung): Markup;
/** Ids for addresses within the page: of a name the letters and digits, and a number where that is taken. */
export declare class Anchors {
    #private;
    of(...names: readonly string[]): string;
}
