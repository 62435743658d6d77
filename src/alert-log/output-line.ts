import type { FieldValues } from "../falco/index.ts";

/** Why a text is not a line of Falco's JSON output, as a sentence. */
export interface Malformed {
  readonly problem: string;
}

export type Members = { readonly [key: string]: unknown };

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

/** The members of a line of JSON. */
export function parseOutput(text: string): { readonly members: Members } | Malformed {
  try {
    return membersOf(JSON.parse(text));
  } catch (error) {
    return { problem: `This is not a line of JSON: ${(error as Error).message}` };
  }
}

function membersOf(data: unknown): { readonly members: Members } | Malformed {
  return isMapping(data) ? { members: data } : { problem: "A line of Falco's JSON output is a mapping." };
}

/** The fields of the output by name; undefined where Falco leaves them out. */
export function outputFields({ output_fields: fields }: Members): FieldValues | undefined {
  return isMapping(fields) ? (fields as FieldValues) : undefined;
}

function isMapping(value: unknown): value is Members {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
