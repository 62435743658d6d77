/** What one Falco sees. */
export interface EventFeed {
    /** Event sources that it gets events of. */
    readonly sources: ReadonlySet<string>;
    /** Whether it looks at system calls of high volume too: `base_syscalls.all`, or `-A`. */
    readonly highVolume: boolean;
    /** System calls that `base_syscalls.custom_set` takes away, without the `!`. */
    readonly removed: ReadonlySet<string>;
}
/** What is known of a rule without running it. */
interface Listener {
    readonly source: string;
    /** Names of the events that its condition can match; undefined where that is not known. */
    readonly eventTypes: ReadonlySet<string> | undefined;
}
export type Firing = {
    readonly can: true;
} | {
    readonly can: false;
    readonly why: string;
};
/** Whether a rule can fire at all on what a Falco sees, whatever happens. */
export declare function canFire({ source, eventTypes }: Listener, feed: EventFeed): Firing;
/** Whether Falco gets kernel events of a kind at all. */
export declare function isCaptured(type: string, { highVolume, removed }: EventFeed): boolean;
export {};
