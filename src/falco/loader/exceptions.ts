import { listOperators, modifiers, valueOperators } from "../language/index.ts";
import { type Context, LoadError } from "./diagnostic.ts";
import { addQuoted } from "./lists.ts";
import { type FileSpan, type SourceScalar, TracedText, TracedTextBuilder } from "./traced-text.ts";

/** Fields, operators or values of an exception: one, or a list, which can be nested. */
export type ExceptionEntry =
  | { readonly kind: "text"; readonly text: string; readonly scalar?: SourceScalar }
  | { readonly kind: "list"; readonly items: readonly ExceptionEntry[] }
  /** Neither text nor list; the engine reads it as an empty text. */
  | { readonly kind: "nothing" };

/** An exception of a rule as the engine keeps it. */
export interface ExceptionInfo {
  readonly name: string;
  readonly context: Context;
  fields: ExceptionEntry;
  comps: ExceptionEntry;
  values: ExceptionEntry[];
}

/** Whether an entry is not empty. */
export function isGiven(entry: ExceptionEntry): boolean {
  return entry.kind === "list" ? entry.items.length > 0 : entry.kind === "text" && entry.text !== "";
}

/** The entries of a list; none for anything else. */
export function itemsOf(entry: ExceptionEntry | undefined): readonly ExceptionEntry[] {
  return entry?.kind === "list" ? entry.items : [];
}

/** All texts of an entry and of the lists in it. */
export function textsIn(entry: ExceptionEntry): readonly string[] {
  return entry.kind === "text" ? [entry.text] : itemsOf(entry).flatMap(textsIn);
}

/** The text of an entry; empty if it is not text. */
export function textOf(entry: ExceptionEntry | undefined): string {
  return entry?.kind === "text" ? entry.text : "";
}

/** The location of an entry, or of the first text in it. */
export function locationOf(entry: ExceptionEntry): FileSpan | undefined {
  if (entry.kind === "text") return entry.scalar;
  return itemsOf(entry)
    .map(locationOf)
    .find((location) => location !== undefined);
}

/** Operators with a list on the right: `in`, `startswith anyof`. */
function takesList(operator: string): boolean {
  return (listOperators as readonly string[]).includes(operator) || hasModifier(operator);
}

/** A value operator with a modifier. */
export function hasModifier(operator: string): boolean {
  const [base, modifier, ...rest] = operator.split(" ");
  return (
    rest.length === 0 &&
    (valueOperators as readonly (string | undefined)[]).includes(base) &&
    (modifiers as readonly (string | undefined)[]).includes(modifier)
  );
}

/** The condition of a rule with those of its exceptions: `(condition) and not ((...) or (...))`. */
export function withExceptions(
  condition: TracedText,
  exceptions: readonly ExceptionInfo[],
  parenthesized: boolean,
): TracedText {
  const builder = new TracedTextBuilder();
  builder.add(parenthesized ? "(" : "");
  builder.add(condition);
  builder.add(parenthesized ? ")" : "");
  for (const exception of exceptions) {
    if (exception.values.length === 0) continue;
    builder.add(" and not ");
    if (exception.fields.kind === "list") addTuples(builder, exception, exception.fields.items);
    else addSingle(builder, exception);
  }
  return builder.build();
}

/** `(field in (a, b))` */
function addSingle(builder: TracedTextBuilder, exception: ExceptionInfo): void {
  builder.add("(");
  builder.add(traced(exception.fields));
  builder.add(" ");
  builder.add(traced(exception.comps));
  builder.add(" (");
  exception.values.forEach((value, index) => {
    if (value.kind === "list")
      fail(exception, "each value is one text, as `fields` is one field; write `values: [a, b]`", value);
    if (index > 0) builder.add(", ");
    addQuoted(builder, traced(value));
  });
  builder.add("))");
}

/** `(( field = a and other in (b)) or (...))` */
function addTuples(
  builder: TracedTextBuilder,
  exception: ExceptionInfo,
  fields: readonly ExceptionEntry[],
): void {
  const comps = itemsOf(exception.comps);
  builder.add("(");
  exception.values.forEach((tuple, index) => {
    const values = itemsOf(tuple);
    if (values.length !== fields.length)
      fail(
        exception,
        `each of \`values\` is a list of as many items as it has fields: ${fields.length}`,
        tuple,
      );
    builder.add(index > 0 ? " or (" : "(");
    fields.forEach((field, k) => {
      if (k > 0) builder.add(" and ");
      builder.add(" ");
      builder.add(traced(field));
      builder.add(" ");
      builder.add(traced(comps[k]));
      builder.add(" ");
      addValue(builder, values[k]!, textOf(comps[k]));
    });
    builder.add(")");
  });
  builder.add(")");
}

function addValue(builder: TracedTextBuilder, value: ExceptionEntry, operator: string): void {
  if (value.kind === "list") {
    builder.add("(");
    const start = builder.length;
    for (const item of value.items) {
      if (builder.length > start) builder.add(", ");
      addQuoted(builder, traced(item));
    }
    builder.add(")");
  } else if (!takesList(operator)) addQuoted(builder, traced(value));
  else if (textOf(value).startsWith("(")) builder.add(traced(value));
  else {
    builder.add("(");
    builder.add(traced(value));
    builder.add(")");
  }
}

function traced(entry: ExceptionEntry | undefined): TracedText {
  if (entry?.kind !== "text") return TracedText.join();
  const { scalar, text } = entry;
  return scalar !== undefined && scalar.value === text ? TracedText.of(scalar) : TracedText.join(text);
}

function fail(exception: ExceptionInfo, problem: string, at: ExceptionEntry): never {
  const message = `exception \`${exception.name}\`: ${problem}`;
  const location = locationOf(at) ?? exception.context;
  throw new LoadError(exception.context.diagnostic("LOAD_ERR_VALIDATE", message, location));
}
