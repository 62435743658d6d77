/** The days that evidence is about, from the start of the first to the end of the last, in UTC. */
export interface Period {
    /** `YYYY-MM-DD` */
    readonly from: string;
    /** `YYYY-MM-DD`, the last day. */
    readonly to: string;
    /** Milliseconds since 1970. */
    readonly start: number;
    /** Milliseconds since 1970, exclusive. */
    readonly end: number;
}
/**
 * The period between two days, both of which belong to it.
 *
 * @param now in milliseconds since 1970
 * @throws UsageError for what is no date, for days in the wrong order and for a period that is not over
 */
export declare function periodOf(from: string, to: string, now: number): Period;
