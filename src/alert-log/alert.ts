import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { FieldValues } from "../falco/index.ts";
import { type Malformed, type Members, outputFields, parseOutput } from "./output-line.ts";

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
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(parts)))).slice(0, 32);
}

function textOr(value: unknown, other: string): string {
  return typeof value === "string" ? value : other;
}
