/** A span of time in milliseconds since 1970; `end` is not part of it. */
export interface TimeSpan {
    readonly start: number;
    readonly end: number;
}
/** Spans in order, none of which touches another. */
export type TimeSpans = readonly TimeSpan[];
/** The time in any of the spans. */
export declare function unite(spans: readonly TimeSpan[]): TimeSpans;
/** The time in both. */
export declare function intersect(a: TimeSpans, b: TimeSpans): TimeSpans;
/** The time in the first that is not in the second. */
export declare function without(a: TimeSpans, b: TimeSpans): TimeSpans;
/** Milliseconds. */
export declare function lengthOf(spans: TimeSpans): number;
