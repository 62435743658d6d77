import { UsageError } from "../project/index.ts";

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

const day = 24 * 60 * 60 * 1000;

/**
 * The period between two days, both of which belong to it.
 *
 * @param now in milliseconds since 1970
 * @throws UsageError for what is no date, for days in the wrong order and for a period that is not over
 */
export function periodOf(from: string, to: string, now: number): Period {
  const start = dayOf("--from", from);
  const end = dayOf("--to", to) + day;
  if (end <= start) throw new UsageError(`The period ends on ${to}, before it begins on ${from}.`);
  if (end - day > now) throw new UsageError(`The period ends on ${to}, which is still to come.`);
  return { from, to, start, end };
}

function dayOf(option: string, written: string): number {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(written) ? Date.parse(`${written}T00:00:00Z`) : Number.NaN;
  // Also a day that no month has, such as 2026-02-31.
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== written)
    throw new UsageError(`${option} takes a day such as 2026-09-30, not "${written.slice(0, 60)}".`);
  return time;
}
