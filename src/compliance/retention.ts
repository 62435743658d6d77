import type { Location, Project, Text } from "../project/index.ts";

/** How long a store of events keeps them, as a file sets it. */
export interface Retention {
  readonly days: number;
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

/** The age from which on the phase or the state that deletes is entered. */
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
  return last === undefined ? [] : retention(text, last.index, last[0], Number(last[1]), last[2]!);
}

function loki(text: Text): Retention[] {
  const { content } = text;
  if (!/\bretention_enabled["']?\s*:\s*["']?true\b/.test(content)) return [];
  const [period] = content.matchAll(/\bretention_period["']?\s*:\s*["']?(\d{1,9})([hdwy])\b/g);
  return period === undefined ? [] : retention(text, period.index, period[0], Number(period[1]), period[2]!);
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

function retention(text: Text, start: number, written: string, number: number, unit: string): Retention[] {
  const days = Math.floor(number * (daysIn[unit] ?? 0));
  return days === 0 ? [] : [{ days, location: { text, span: { start, end: start + written.length } } }];
}
