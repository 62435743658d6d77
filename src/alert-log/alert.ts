import { createHash } from "node:crypto";
import type { FieldValues } from "../falco/index.ts";

/** An alert as Falco writes it with `json_output`, and as falcosidekick passes it on. */
export interface Alert {
  readonly rule: string;
  readonly priority: string;
  /** Event source. */
  readonly source: string;
  /** When the event happened, in milliseconds since 1970. */
  readonly time: number;
  /** The node; empty where the alert does not say. */
  readonly hostname: string;
  /** The fields of the output by name; empty with `json_include_output_fields_property: false`. */
  readonly fields: FieldValues;
  /** Whether falcosidekick passed it on, which gives each alert an id. */
  readonly forwarded: boolean;
  /**
   * The same in each line that an alert was written in: its rule, its node, its time to the nanosecond and its output. Every
   * replica of falcosidekick gives an id of its own, and Falco's line has none.
   */
  readonly identity: string;
}

/** Why a text is not a line of Falco's JSON output, as a sentence. */
export interface Malformed {
  readonly problem: string;
}

type Members = { readonly [key: string]: unknown };

/**
 * Reads one alert. Keys and formats are those of `falco_formats::format_event` of Falco and of falcosidekick's payload.
 *
 * @param text one line of JSON
 */
export function parseAlert(text: string): Alert | Malformed {
  const read = parseOutput(text);
  if ("problem" in read) return read;
  const { members } = read;
  const { rule, priority, source, hostname, uuid } = members;
  if (typeof rule !== "string") return { problem: "It names no `rule`." };
  const time = typeof members.time === "string" ? Date.parse(members.time) : Number.NaN;
  if (Number.isNaN(time)) return { problem: "It has no `time` in the form 2026-11-24T05:30:00Z." };
  return {
    rule,
    priority: textOr(priority, ""),
    source: textOr(source, "syscall"),
    time,
    hostname: textOr(hostname, ""),
    fields: outputFields(members) ?? {},
    forwarded: typeof uuid === "string" && uuid !== "",
    identity: identityOf(members),
  };
}

function identityOf({ rule, hostname, time, output, output_fields: fields }: Members): string {
  const parts = [rule, hostname, time, output ?? fields];
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64url").slice(0, 22);
}

/**
 * The values of the fields in a line of Falco's JSON output, or in such a line that is read already; and its event source,
 * where it says one.
 */
export function parseFields(
  line: unknown,
): { readonly fields: FieldValues; readonly source: string | undefined } | Malformed {
  const read = typeof line === "string" ? parseOutput(line) : membersOf(line);
  if ("problem" in read) return read;
  const { members } = read;
  const fields = outputFields(members);
  if (fields === undefined) return { problem: "A line of Falco's JSON output has `output_fields`." };
  return { fields, source: typeof members.source === "string" ? members.source : undefined };
}

function parseOutput(text: string): { readonly members: Members } | Malformed {
  try {
    return membersOf(JSON.parse(text));
  } catch (error) {
    return { problem: `This is not a line of JSON: ${(error as Error).message}` };
  }
}

function membersOf(data: unknown): { readonly members: Members } | Malformed {
  return isMapping(data) ? { members: data } : { problem: "A line of Falco's JSON output is a mapping." };
}

function outputFields({ output_fields: fields }: Members): FieldValues | undefined {
  return isMapping(fields) ? (fields as FieldValues) : undefined;
}

function isMapping(value: unknown): value is Members {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

function textOr(value: unknown, other: string): string {
  return typeof value === "string" ? value : other;
}
