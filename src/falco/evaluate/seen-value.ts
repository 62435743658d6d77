import { print } from "../language/index.ts";
import type { ExplainedCheck } from "./explanation.ts";

/** What reads well without quotes. */
const plain = /^(?:true|false|-?\d+(?:\.\d+)?)$/;

const longestValue = 100;

/** What a check saw of an event: `proc.name: "bash"`. */
export function seenBy({ check, value, error }: ExplainedCheck): string {
  return `${leftOf(check)}: ${error ?? valueText(value)}`;
}

function valueText(value: readonly string[] | undefined): string {
  if (value === undefined) return "no value";
  if (value.length === 0) return "an empty list";
  const text = value.map((one) => (plain.test(one) ? one : JSON.stringify(one))).join(", ");
  return text.length > longestValue ? `${text.slice(0, longestValue - 1)}…` : text;
}

function leftOf(check: ExplainedCheck["check"]): string {
  // The printed form of `LEFT exists` begins with the printed form of its left side.
  return print({ ...check, kind: "exists" }).replace(/ exists$/, "");
}
