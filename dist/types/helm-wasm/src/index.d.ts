import type { Installation } from "./chart.js";
export type { Installation } from "./chart.js";
/** A line of a template, from 0, or of the file of helpers that made it. */
export interface SourceLine {
    /** As Helm names it: the chart's name and the path in it. */
    readonly template: string;
    readonly line: number;
}
export interface Template {
    /** As Helm names it: the chart's name and the path in it, dependencies under `charts/`. */
    readonly name: string;
    /** What the template makes; templates that make nothing are left out. */
    readonly text: string;
    /** Where each line of the text is from; undefined where it cannot be told. */
    readonly lines: readonly SourceLine[] | undefined;
}
export type Rendering = {
    readonly status: "rendered";
    readonly templates: readonly Template[];
    /** Names of dependencies that the chart names and does not hold. They are rendered as if they were off. */
    readonly missing: readonly string[];
} | {
    readonly status: "failed";
    /**
     * `unreadable`: it is no chart; `refused`: the templates or the schema say no to the values, or are wrong;
     * the others: a bound was hit.
     */
    readonly reason: "unreadable" | "refused" | "too large" | "too slow" | "too deep" | "out of memory" | "crashed";
    /** Helm's words for the first two. */
    readonly message: string;
    /** The line of the template that it comes from. */
    readonly source: SourceLine | undefined;
};
export interface Renderer {
    render(installation: Installation): Rendering;
}
export interface RendererOptions {
    /** How long one chart may take, in milliseconds of the clock. Default: 10,000. */
    readonly timeout?: number;
}
/** From now on V8 compiles WebAssembly in this process quickly and not well: a run ends before better code has paid. */
export declare function createRenderer({ timeout }?: RendererOptions): Renderer;
