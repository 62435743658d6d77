import type { Location } from "../project/index.ts";
import type { Compliance } from "./compliance.ts";
import type { MatrixEntry } from "./matrix.ts";

/** Where matrix and tags can be held against each other. Keys are a framework's id, a blank, and a rule or control. */
export interface Mappings {
  /** By framework and rule: ids of the controls that the rule's tags name. */
  readonly tagged: ReadonlyMap<string, ReadonlySet<string>>;
  /** By framework and rule: the last such tag, to add another one behind. */
  readonly last: ReadonlyMap<string, Location>;
  /** By framework and control: names of the rules that the matrix gives. */
  readonly mapped: ReadonlyMap<string, ReadonlySet<string>>;
  /** By framework and control: the entry of the matrix. */
  readonly entries: ReadonlyMap<string, MatrixEntry>;
}

export function mappingsByRule(compliance: Compliance): Mappings {
  const tagged = new Map<string, Set<string>>();
  const last = new Map<string, Location>();
  for (const { used, lookup, rule, at } of compliance.tags) {
    if (used === undefined || (lookup?.kind !== "control" && lookup?.kind !== "ambiguous")) continue;
    const key = `${used.framework.id} ${rule}`;
    tagged.set(key, (tagged.get(key) ?? new Set()).add(lookup.control.id));
    last.set(key, at);
  }
  const mapped = new Map<string, Set<string>>();
  const entries = new Map<string, MatrixEntry>();
  for (const { used, lookup, entry } of compliance.entries) {
    if (used === undefined || (lookup?.kind !== "control" && lookup?.kind !== "ambiguous")) continue;
    const key = `${used.framework.id} ${lookup.control.id}`;
    const rules = mapped.get(key) ?? new Set();
    for (const { name } of entry.rules) rules.add(name);
    mapped.set(key, rules);
    entries.set(key, entry);
  }
  return { tagged, last, mapped, entries };
}

/** The text that adds an item behind the item at a location, in the style of its list as the file has it. */
export function itemBehind(location: Location, item: string): string {
  const { text, span } = location.text.toFile(location.span);
  const line = text.content.slice(text.content.lastIndexOf("\n", span.start - 1) + 1, span.start);
  return /^\s*-\s+$/.test(line) ? `\n${line}${item}` : `, ${item}`;
}
