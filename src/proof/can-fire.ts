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

export type Firing = { readonly can: true } | { readonly can: false; readonly why: string };

/**
 * System calls that Falco ignores unless it is configured to read them: those that read or write and leave its own state as it
 * is. Source: the event table of libs, and how Falco 0.44 reads it when it starts.
 */
const highVolumeEvents: ReadonlySet<string> = new Set([
  "read",
  "readv",
  "pread",
  "pread64",
  "preadv",
  "write",
  "writev",
  "pwrite",
  "pwrite64",
  "pwritev",
  "recv",
  "send",
  "sendfile",
  "sendfile64",
]);

/** Whether a rule can fire at all on what a Falco sees, whatever happens. */
export function canFire({ source, eventTypes }: Listener, feed: EventFeed): Firing {
  if (!feed.sources.has(source)) return never(`Falco gets no events of source \`${source}\`.`);
  if (source !== "syscall" || eventTypes === undefined) return { can: true };
  if (eventTypes.size === 0) return never("The condition can be true for no kind of event.");
  const removed = [...eventTypes].filter((name) => feed.removed.has(name));
  const left = [...eventTypes].filter((name) => !feed.removed.has(name));
  if (left.length === 0) return never(`\`base_syscalls.custom_set\` takes away ${names(removed)}.`);
  if (!feed.highVolume && left.every((name) => highVolumeEvents.has(name))) {
    return never(`Falco does not look at ${names(left)} unless \`base_syscalls.all\` is true.`);
  }
  return { can: true };
}

/** Whether Falco gets kernel events of a kind at all. */
export function isCaptured(type: string, { highVolume, removed }: EventFeed): boolean {
  return !removed.has(type) && (highVolume || !highVolumeEvents.has(type));
}

function never(why: string): Firing {
  return { can: false, why };
}

const namesShown = 5;

function names(events: readonly string[]): string {
  const shown = events.slice(0, namesShown).map((name) => `\`${name}\``);
  const more = events.length > namesShown ? ` and ${events.length - namesShown} more` : "";
  return shown.join(", ") + more;
}
