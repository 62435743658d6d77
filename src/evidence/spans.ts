/** A span of time in milliseconds since 1970; `end` is not part of it. */
export interface TimeSpan {
  readonly start: number;
  readonly end: number;
}

/** Spans in order, none of which touches another. */
export type TimeSpans = readonly TimeSpan[];

/** The time in any of the spans. */
export function unite(spans: readonly TimeSpan[]): TimeSpans {
  const united: { start: number; end: number }[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const last = united.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else if (end > start) united.push({ start, end });
  }
  return united;
}

/** The time in both. */
export function intersect(a: TimeSpans, b: TimeSpans): TimeSpans {
  const both: TimeSpan[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const start = Math.max(a[i]!.start, b[j]!.start);
    const end = Math.min(a[i]!.end, b[j]!.end);
    if (end > start) both.push({ start, end });
    if (a[i]!.end < b[j]!.end) i++;
    else j++;
  }
  return both;
}

/** The time in the first that is not in the second. */
export function without(a: TimeSpans, b: TimeSpans): TimeSpans {
  const left: TimeSpan[] = [];
  let j = 0;
  for (const span of a) {
    let { start } = span;
    while (j < b.length && b[j]!.end <= start) j++;
    for (let k = j; k < b.length && b[k]!.start < span.end; k++) {
      if (b[k]!.start > start) left.push({ start, end: b[k]!.start });
      start = Math.max(start, b[k]!.end);
    }
    if (start < span.end) left.push({ start, end: span.end });
  }
  return left;
}

/** Milliseconds. */
export function lengthOf(spans: TimeSpans): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}
