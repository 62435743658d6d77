import type { Location, Project, Text } from "../project/index.ts";

/** A kind of store whose retention files can set. */
export type Store = "Elasticsearch" | "Loki";

/** How long a store of events keeps them, as a file sets it. */
export interface Retention {
  readonly store: Store;
  /** How long in all. */
  readonly days: number;
  /** How long they can be searched at once, before they move to slow storage. */
  readonly atHand: number;
  readonly location: Location;
}

/**
 * What the files say of how long events are kept: the index lifecycle policies of Elasticsearch and the state
 * policies of OpenSearch, and the retention of Loki where its compactor carries it out.
 */
export function findRetention({ sources }: Project): Retention[] {
  return sources
    .filter(({ kind, embedding }) => embedding === undefined && kind !== "markdown")
    .flatMap(({ text }) => [...lifecycle(text), ...loki(text)]);
}

/** The age from which on the phase or the state that deletes is entered, and that of the first slow one. */
function lifecycle(text: Text): Retention[] {
  const { content } = text;
  if (!content.includes('"delete"') && !content.includes("delete:")) return [];
  const ages = [...content.matchAll(/\bmin_(?:index_)?age["']?\s*:\s*["']?(\d{1,9})(ms|[smhd])\b/g)];
  const deletes = ages.filter(({ index }) => {
    const around = content.slice(Math.max(0, index - 400), index + 200);
    return /["']?delete["']?\s*:|state_name["']?\s*:\s*["']?delete/.test(around);
  });
  // Ages rise from phase to phase, and the last is the one at which events go.
  const last = deletes.at(-1);
  if (last === undefined) return [];
  const days = daysOf(Number(last[1]), last[2]!);
  const slow = ages.filter(({ index }) => isSlow(content, index));
  const atHand = Math.min(days, ...slow.map((age) => daysOf(Number(age[1]), age[2]!)));
  return days === 0 ? [] : [{ store: "Elasticsearch", days, atHand, location: written(text, last) }];
}

/** Whether an age is that of a slow phase: the nearest phase that is named before it. */
function isSlow(content: string, index: number): boolean {
  const before = content.slice(Math.max(0, index - 400), index);
  const phase = [...before.matchAll(/\b(hot|warm|cold|frozen|delete)\b["']?\s*:/g)].at(-1)?.[1];
  return phase === "cold" || phase === "frozen";
}

/** All that Loki keeps can be searched. */
function loki(text: Text): Retention[] {
  const { content } = text;
  if (!/\bretention_enabled["']?\s*:\s*["']?true\b/.test(content)) return [];
  const [period] = content.matchAll(/\bretention_period["']?\s*:\s*["']?(\d{1,9})([hdwy])\b/g);
  const days = period === undefined ? 0 : daysOf(Number(period[1]), period[2]!);
  return period === undefined || days === 0
    ? []
    : [{ store: "Loki", days, atHand: days, location: written(text, period) }];
}

const daysIn: Readonly<Record<string, number>> = {
  ms: 1 / 86_400_000,
  s: 1 / 86_400,
  m: 1 / 1440,
  h: 1 / 24,
  d: 1,
  w: 7,
  y: 365,
};

function daysOf(number: number, unit: string): number {
  return Math.floor(number * (daysIn[unit] ?? 0));
}

function written(text: Text, { 0: match, index }: RegExpMatchArray): Location {
  const start = index ?? 0;
  return { text, span: { start, end: start + match.length } };
}
