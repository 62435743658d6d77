import eventRows from "./data/events.json" with { type: "json" };
import parameterRows from "./data/parameters.json" with { type: "json" };
import syscallRows from "./data/syscalls.json" with { type: "json" };
import type { FieldType } from "./field-type.ts";
import { isIn } from "./versions.ts";

/** All events of one name: the enter and exit events of a system call, in every layout that it has had. */
export interface EventInfo {
  readonly name: string;
  /** Number of the engine's event codes with this name. */
  readonly codes: number;
  /** Names of the system calls that raise it; by default its own name. */
  readonly syscalls: readonly string[];
  /** Whether it stands for all system calls that have no event of their own. */
  readonly generic: boolean;
}

/** A parameter of events, `evt.arg.NAME`. */
export interface ParameterInfo {
  readonly name: string;
  /** Type of `evt.rawarg.NAME`. */
  readonly type: FieldType;
  /** Names of the events that have it. */
  readonly events: readonly string[];
}

interface Row {
  readonly name: string;
  readonly since?: string;
  readonly removedIn?: string;
}

/**
 * Parameters by name, of all versions. Source: the event table of libs.
 */
export const parameters: ReadonlyMap<string, ParameterInfo> = new Map(
  parameterRows.map((row) => [row.name, { ...row, type: row.type as FieldType }]),
);

/** Whether an event of a version of Falco has this name; those of plugins and system calls without one do not count. */
export function isEvent(version: string, name: string): boolean {
  return (eventRows as readonly Row[]).some((row) => row.name === name && isIn(version, row));
}

const longestParameter = Math.max(...[...parameters.keys()].map((name) => name.length));

/** The parameter with the longest name that the text starts with. */
export function parameterAtStart(text: string): ParameterInfo | undefined {
  for (let length = Math.min(text.length, longestParameter); length > 0; length--) {
    const parameter = parameters.get(text.slice(0, length));
    if (parameter !== undefined) return parameter;
  }
  return undefined;
}

/** The events and system calls of one version of Falco. Source: the tables of libs. */
export class EventTable {
  readonly events: readonly EventInfo[];
  /** Names of all system calls. */
  readonly syscalls: readonly string[];
  /** Names of events that plugins raise. */
  readonly pluginEvents: ReadonlySet<string>;
  readonly #names: ReadonlySet<string>;

  constructor(version: string, pluginEvents: Iterable<string>) {
    const here = (row: Row) => isIn(version, row);
    this.syscalls = (syscallRows as readonly Row[]).filter(here).map(({ name }) => name);
    const known = new Set(this.syscalls);
    this.events = (eventRows as readonly (Row & Partial<EventInfo> & { codes: number })[])
      .filter(here)
      .map(({ name, codes, syscalls = known.has(name) ? [name] : [], generic = false }) => ({
        name,
        codes,
        syscalls: syscalls.filter((syscall) => known.has(syscall)),
        generic,
      }));
    this.pluginEvents = new Set(pluginEvents);
    // The engine also accepts its names for an unknown system call and for none.
    this.#names = new Set([
      ...this.events.map(({ name }) => name),
      ...this.syscalls,
      ...this.pluginEvents,
      "unknown",
      "",
    ]);
  }

  /** Whether `evt.type` can be compared with this name. */
  has(name: string): boolean {
    return this.#names.has(name);
  }

  get names(): Iterable<string> {
    return this.#names;
  }
}
