import { type Checkout, SourceError } from "./checkout.ts";
import { typeOf, withoutPrefix } from "./fields.ts";
import { entriesOf, namesOf, readTable, textOf, type Value } from "./table.ts";

/** The events of one name, as in `events.json`. */
export interface EventRow {
  readonly name: string;
  readonly codes: number;
  readonly generic?: true;
  readonly syscalls?: readonly string[];
}

/** A parameter of events, as in `parameters.json`. */
export interface ParameterRow {
  readonly name: string;
  readonly type: string;
  readonly events: readonly string[];
}

interface Event {
  readonly code: string;
  readonly name: string;
  readonly parameters: readonly { readonly name: string; readonly type: string }[];
}

/** What the events of a release of libs are. */
export interface Events {
  readonly events: readonly EventRow[];
  readonly parameters: readonly ParameterRow[];
}

/** System calls of a release of libs, in the order of their numbers. Source: its list `PPM_SC_FIELDS`. */
export function readSyscalls(libs: Checkout, version: string): { name: string }[] {
  const header = libs.read(version, "driver/ppm_events_public.h").replaceAll(/\/\*[\s\S]*?\*\//g, "");
  const names = [...header.matchAll(/PPM_SC_X\((\w+), \d+\)/g)].map(([, name]) => name!.toLowerCase());
  if (names.length === 0) throw new SourceError(`libs ${version}: no system call is listed`);
  return names.filter((name) => name !== "unknown").map((name) => ({ name }));
}

/** Source: the table of events and the table of the system calls that raise each, of a release of libs. */
export function readEvents(libs: Checkout, version: string): Events {
  const table = readEventTable(libs, version);
  const syscalls = readSyscallsOfEvents(libs, version);
  const names = [...new Set(table.map(({ name }) => name))];
  return {
    events: names.map((name) => {
      const codes = table.filter((event) => event.name === name);
      const raisedBy = [...new Set(codes.flatMap(({ code }) => syscalls.get(code) ?? []))].sort();
      const generic = codes.some(({ code }) => code === "PPME_GENERIC_X");
      const isItself = raisedBy.length === 1 && raisedBy[0] === name;
      return {
        name,
        codes: codes.length,
        ...(generic && { generic }),
        ...(!isItself && { syscalls: raisedBy }),
      };
    }),
    parameters: parametersOf(table),
  };
}

function parametersOf(table: readonly Event[]): ParameterRow[] {
  const rows = new Map<string, { name: string; type: string; events: string[] }>();
  for (const event of table)
    for (const { name, type } of event.parameters) {
      // The engine takes the type of the first event that has a parameter of this name.
      const row = rows.get(name) ?? { name, type, events: [] };
      if (!row.events.includes(event.name)) row.events.push(event.name);
      rows.set(name, row);
    }
  return [...rows.values()];
}

function readEventTable(libs: Checkout, version: string): Event[] {
  const path = "driver/event_table.c";
  const where = `libs ${version}: ${path}`;
  const rows = readTable(libs.read(version, path), "g_event_info[] = {", where);
  return rows.map(({ key, value }) => {
    const [name, , , , parameters] = entriesOf(value, where);
    return {
      code: codeOf(key, where),
      name: textOf(name?.value, where),
      parameters: (parameters === undefined ? [] : entriesOf(parameters.value, where)).map((parameter) => {
        const [parameterName, type] = entriesOf(parameter.value, where);
        return {
          name: textOf(parameterName?.value, where),
          type: typeOf(type?.value, where),
        };
      }),
    };
  });
}

function readSyscallsOfEvents(libs: Checkout, version: string): Map<string, string[]> {
  const path = "userspace/libscap/linux/scap_ppm_sc.c";
  const where = `libs ${version}: ${path}`;
  const rows = readTable(libs.read(version, path), "g_events_to_sc_map[] = {", where);
  return new Map(rows.map(({ key, value }) => [codeOf(key, where), syscallsOf(value, where)]));
}

function syscallsOf(value: Value, where: string): string[] {
  if (value.kind === "expression" && value.text === "NULL") return [];
  return entriesOf(value, where).flatMap(({ value: syscall }) => {
    const [name] = namesOf(syscall, where);
    return name === "-1" ? [] : [withoutPrefix(name!, "PPM_SC_", where).toLowerCase()];
  });
}

function codeOf(key: string | undefined, where: string): string {
  if (key === undefined) throw new SourceError(`${where}: a row does not name its event`);
  return key;
}
