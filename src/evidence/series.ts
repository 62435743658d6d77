import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { UsageError } from "../project/index.ts";
import type { Period } from "./period.ts";
import { type TimeSpan, type TimeSpans, unite } from "./spans.ts";

/** What one time series of a metric says over a period. */
export interface Series {
  readonly metric: string;
  readonly labels: Readonly<Record<string, string>>;
  /** When it existed: a sample counts for the time until the next, and for no more than the step. */
  readonly present: TimeSpans;
  /** The first value of a counter. */
  readonly first: number;
  /** By how much a counter grew from its first sample on; a restart sets it to 0. */
  readonly increase: number;
}

/** What the files of metrics hold. */
export interface Metrics {
  readonly series: readonly Series[];
  /** Seconds between two samples of the file with the longest step; 0 where there are none. */
  readonly step: number;
  /** Samples before or after the period, which say nothing of it. */
  readonly outside: number;
  /** What could not be read, as sentences with the position. */
  readonly problems: readonly string[];
}

/** Of one file, unpacked: it is read whole. */
const maxBytes = 128 * 1024 * 1024;
/** A sample counts for no more time than this, in milliseconds, however far the next is. */
const maxStep = 60 * 60 * 1000;

/**
 * Reads range queries of Prometheus: the JSON of `/api/v1/query_range`, packed by gzip or not.
 *
 * @param root what the names of files are relative to
 * @throws UsageError for a file that cannot be read, is larger than 128 MiB, or is no range query
 */
export function readMetrics(root: string, files: readonly string[], period: Period): Metrics {
  const read = files.map((file) => readFile(root, file, period));
  return {
    series: read.flatMap(({ series }) => series),
    step: Math.max(0, ...read.map(({ step }) => step)),
    outside: read.reduce((sum, { outside }) => sum + outside, 0),
    problems: read.flatMap(({ problems }) => problems),
  };
}

function readFile(root: string, file: string, period: Period): Metrics {
  const result = resultOf(textOf(path.resolve(root, file), file), file);
  const problems: string[] = [];
  const samples = result.flatMap((item, index) => {
    const one = samplesOf(item);
    if (typeof one !== "string") return [one];
    problems.push(`${file}: series ${index + 1}: ${one}`);
    return [];
  });
  // All series of a range query have one step; a series with holes shows a multiple of it.
  const step = samples.reduce((least, { times }) => Math.min(least, stepOf(times)), maxStep);
  let outside = 0;
  const series = samples.flatMap((one) => {
    const within = one.times.map((time) => time >= period.start && time < period.end);
    outside += within.filter((is) => !is).length;
    return within.includes(true) ? [seriesOf(one, within, step, period)] : [];
  });
  return { series, step: samples.length === 0 ? 0 : step / 1000, outside, problems };
}

function textOf(absolute: string, file: string): string {
  try {
    if (statSync(absolute).size > maxBytes) throw new RangeError();
    const content = readFileSync(absolute);
    const isPacked = content[0] === 0x1f && content[1] === 0x8b;
    return (isPacked ? gunzipSync(content, { maxOutputLength: maxBytes }) : content).toString("utf8");
  } catch (error) {
    if (error instanceof RangeError)
      throw new UsageError(`${file} holds more than 128 MiB: export fewer metrics or days to a file.`);
    throw new UsageError(`Cannot read ${file}: ${(error as NodeJS.ErrnoException).code ?? String(error)}`);
  }
}

function resultOf(text: string, file: string): readonly unknown[] {
  let answer: { status?: unknown; error?: unknown; data?: { resultType?: unknown; result?: unknown } } | null;
  try {
    answer = JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${file} is not JSON: ${(error as Error).message}`);
  }
  if (answer?.status === "error")
    throw new UsageError(`${file} is an error of Prometheus: ${String(answer.error).slice(0, 200)}`);
  const { resultType, result } = answer?.data ?? {};
  if (resultType !== "matrix" || !Array.isArray(result))
    throw new UsageError(
      `${file} is no range query: it needs the JSON of /api/v1/query_range, with \`resultType: matrix\`.`,
    );
  return result;
}

interface Samples {
  readonly labels: Readonly<Record<string, string>>;
  /** Milliseconds since 1970, ascending. */
  readonly times: readonly number[];
  readonly values: readonly number[];
}

/** The samples of one series, or what is wrong with it, as a sentence. */
function samplesOf(item: unknown): Samples | string {
  const { metric, values: pairs } = (item ?? {}) as { metric?: unknown; values?: unknown };
  if (metric === null || typeof metric !== "object" || !Array.isArray(pairs))
    return "It has no `metric` and `values`.";
  const labels = metric as Readonly<Record<string, string>>;
  if (Object.values(labels).some((value) => typeof value !== "string")) return "A label is not a text.";
  if (typeof labels.__name__ !== "string")
    return "It has no `__name__`: export the metric itself, not an expression of it.";
  const times: number[] = [];
  const values: number[] = [];
  for (const pair of pairs as readonly unknown[]) {
    const [seconds, value] = Array.isArray(pair) ? (pair as readonly unknown[]) : [];
    const time = typeof seconds === "number" ? Math.round(seconds * 1000) : Number.NaN;
    if (!Number.isFinite(time) || typeof value !== "string" || Number.isNaN(Number(value)))
      return "A sample is not a time and a number.";
    if (time <= (times.at(-1) ?? Number.NEGATIVE_INFINITY))
      return "Its samples are not in the order of time.";
    times.push(time);
    values.push(Number(value));
  }
  return { labels, times, values };
}

function stepOf(times: readonly number[]): number {
  return times.reduce(
    (least, time, index) => (index === 0 ? least : Math.min(least, time - times[index - 1]!)),
    Number.POSITIVE_INFINITY,
  );
}

function seriesOf(
  { labels, times, values }: Samples,
  within: readonly boolean[],
  step: number,
  period: Period,
): Series {
  const spans: TimeSpan[] = [];
  let increase = 0;
  let last: number | undefined;
  let first = 0;
  for (const [index, time] of times.entries()) {
    if (within[index] !== true) continue;
    const value = values[index]!;
    if (last === undefined) first = value;
    else increase += value >= last ? value - last : value;
    last = value;
    spans.push({ start: time, end: Math.min(time + step, period.end) });
  }
  return { metric: labels.__name__!, labels, present: unite(spans), first, increase };
}
