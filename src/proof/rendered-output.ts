import {
  type CompiledOperand,
  compileOperand,
  type EngineValue,
  type Event,
  kindOf,
  type OutputNames,
  printValue,
  readOutput,
} from "../falco/index.ts";

/** What Falco writes for a field without a value. */
const noValue = "<NA>";

/** An output as Falco fills it for an event, without the time and the priority that it puts in front. */
export function compileOutput(output: string, names: OutputNames): (event: Event) => string {
  const { tokens } = readOutput(output, names);
  // An output that does not compile keeps the rule from being loaded, which another finding reports.
  if (tokens === undefined) return () => output;
  const parts: ((event: Event) => string)[] = [];
  let at = output.startsWith("*") ? 1 : 0;
  for (const { operand, span } of tokens) {
    const compiled = compileOperand(operand, names.vocabulary.resolve);
    const before = output.slice(at, span.start);
    const width = Number(/^%(\d*)/.exec(output.slice(span.start, span.end))?.[1] ?? 0);
    parts.push((event) => before + padded(valueText(compiled, event), width));
    at = span.end;
  }
  const rest = output.slice(at);
  return (event) => parts.map((part) => part(event)).join("") + rest;
}

/** A width cuts what is longer. */
function padded(text: string, width: number): string {
  return width > 0 ? text.slice(0, width).padEnd(width) : text;
}

function valueText(operand: CompiledOperand, event: Event): string {
  const values = operand.extract(event);
  if (values === undefined) return noValue;
  if (operand.list) return `(${values.map((value) => printed(value, operand)).join(",")})`;
  return values[0] === undefined ? noValue : printed(values[0], operand);
}

function printed(value: EngineValue, { type }: CompiledOperand): string {
  if (typeof value === "number") return value.toFixed(1);
  if (!(value instanceof Uint8Array)) return printValue(value);
  if (kindOf(type).kind === "buffer") return printable(value);
  const end = value.indexOf(0);
  return printValue(end === -1 ? value : value.subarray(0, end));
}

/** Bytes as Falco shows them by default: a dot for what cannot be printed. */
function printable(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : ".";
  return text;
}
