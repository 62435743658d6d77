import path from "node:path";
import type { Node, Source } from "../../project/index.ts";
import table from "./data/definition-hashes.json" with { type: "json" };
import { definitionHash, hashLength } from "./definition-hash.ts";
import type { RulesCopy } from "./rules-copy.ts";

/** The releases from `first` to `last` of one published file have a definition. */
interface Span {
  readonly file: number;
  readonly first: number;
  readonly last: number;
}

/** The published file that a rules file is a copy of: at least half of its definitions, and `fewest`, are in one. */
export function findCopy(
  source: Source,
  definitions: readonly Node[],
  fewest: number,
): RulesCopy | undefined {
  const spans = spansByHash();
  const unchanged = definitions.flatMap((item) => {
    const found = spans.get(definitionHash(item));
    return found === undefined ? [] : [{ item, found }];
  });
  if (unchanged.length < fewest || unchanged.length * 2 < definitions.length) return undefined;
  const { file, release } = mostCommon(
    unchanged.flatMap(({ found }) => found),
    path.posix.basename(source.embedding?.key ?? source.file),
  );
  const { name, releases } = table[file]!;
  return {
    source,
    file: name,
    release: releases[release]!,
    newest: releases.at(-1)!,
    // A release may be tagged twice.
    newer: new Set(releases.slice(release + 1).filter((name) => name !== releases[release])).size,
    unchanged: unchanged.map(({ item }) => item),
    changed: definitions.length - unchanged.length,
  };
}

let index: ReadonlyMap<string, readonly Span[]> | undefined;

function spansByHash(): ReadonlyMap<string, readonly Span[]> {
  if (index !== undefined) return index;
  const spans = new Map<string, Span[]>();
  for (const [file, { definitions }] of table.entries()) {
    for (const [range, hashes] of Object.entries(definitions)) {
      const [first = 0, last = first] = range.split("-").map(Number);
      for (let i = 0; i < hashes.length; i += hashLength) {
        const hash = hashes.slice(i, i + hashLength);
        const found = spans.get(hash);
        if (found === undefined) spans.set(hash, [{ file, first, last }]);
        else found.push({ file, first, last });
      }
    }
  }
  index = spans;
  return spans;
}

/** The release that most of the definitions are in; of several files that of the same name, of several releases the newest. */
function mostCommon(spans: readonly Span[], name: string): { file: number; release: number } {
  const counts = table.map(({ releases }) => releases.map(() => 0));
  for (const { file, first, last } of spans)
    for (let release = first; release <= last; release++) counts[file]![release]! += 1;
  let best = { file: 0, release: 0, count: 0 };
  for (const [file, releases] of counts.entries())
    for (const [release, count] of releases.entries())
      if (count > best.count || (count === best.count && (file === best.file || table[file]!.name === name)))
        best = { file, release, count };
  return best;
}
