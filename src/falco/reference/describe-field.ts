import type { FieldInfo } from "../catalog/index.ts";
import { describeShape, operatorsFor, transformersFor } from "../evaluate/index.ts";
import { explainField, type FieldExplanation } from "./explain.ts";

/** A line of a description. */
export type Fact = readonly [label: string, fact: string];

/** What a field is, in words. */
export interface FieldDescription {
  readonly name: string;
  readonly meaning: string;
  /** What to know before it is used: caveats, events on which it has a value, an example of a condition. */
  readonly usage: readonly Fact[];
  /** What it is in the core engine, and in each plugin that has it. */
  readonly providers: readonly (readonly Fact[])[];
}

/** Describes a field as any version knows it; undefined for an unknown name. */
export async function describeField(text: string): Promise<FieldDescription | undefined> {
  const explained = explainField(text);
  if (explained === undefined) return undefined;
  const providers = explained.fields.map((field) => factsOf(field, explained));
  return { name: explained.name, ...(await usageOf(explained)), providers };
}

/** Events that are named one by one. */
const mostEvents = 12;

async function usageOf({
  name,
  fields,
  parameter,
}: FieldExplanation): Promise<Pick<FieldDescription, "meaning" | "usage">> {
  const { meanings } = await import("./meanings.ts");
  const known = meanings.get(fields[0]!.name);
  if (known === undefined) return { meaning: "", usage: [] };
  const usage: Fact[] = [];
  if (known.note !== undefined) usage.push(["note", known.note]);
  if (parameter !== undefined) {
    const { events } = parameter;
    const more = events.length > mostEvents ? ` and ${events.length - mostEvents} more` : "";
    usage.push(["on", `${events.slice(0, mostEvents).join(", ")}${more}`]);
    const form = name.startsWith("evt.arg.") ? "as text" : "with its own type";
    return { meaning: `The argument ${parameter.name} of an event, ${form}.`, usage };
  }
  if (known.on !== undefined) usage.push(["on", known.on]);
  if (known.example !== undefined) usage.push(["example", known.example]);
  return { meaning: known.meaning, usage };
}

function factsOf(field: FieldInfo, { lastVersion, parameter }: FieldExplanation): Fact[] {
  const type = field.type === "DYNAMIC" ? (parameter?.type ?? field.type) : field.type;
  const shape = { type, list: field.list };
  const facts: Fact[] = [
    ["of", field.plugin === undefined ? "the engine" : `the ${field.plugin} plugin`],
    ["type", type === "DYNAMIC" ? "that of the argument" : describeShape(shape)],
    ["events", field.source === "*" ? "of every source" : field.source],
  ];
  const argument = parameter === undefined ? argumentText(field) : undefined;
  if (argument !== undefined) facts.push(["argument", argument]);
  const transformers = field.transformable ? transformersFor(shape) : [];
  if (type !== "DYNAMIC") {
    facts.push(["operators", ["exists", ...operatorsFor(shape)].join(" ")]);
    facts.push(["transform", transformers.length === 0 ? "no transformer takes it" : transformers.join(" ")]);
  }
  facts.push(["versions", versionsText(field, lastVersion)]);
  if (field.deprecated) facts.push(["status", "deprecated"]);
  if (field.suggested) facts.push(["outputs", "Falco adds it by itself"]);
  return facts;
}

function versionsText({ since, removedIn }: FieldInfo, lastVersion: string | undefined): string {
  if (removedIn !== undefined)
    return `${since ?? "from the first known"} to ${lastVersion ?? "before"}, removed in ${removedIn}`;
  return since === undefined ? "all known" : `since ${since}`;
}

/** Fields whose argument follows a dot. */
const dotted: ReadonlyMap<string, string> = new Map([
  ["evt.arg", "evt.arg.NAME, or evt.arg[0] with a number"],
  ["evt.rawarg", "evt.rawarg.NAME"],
  ["evt.type.is", "evt.type.is.NAME with the name of an event"],
  ["evt.abspath", "evt.abspath, evt.abspath.src or evt.abspath.dst"],
  ["thread.cgroup", "thread.cgroup.NAME with the name of a controller"],
]);

function argumentText({ name, argument }: FieldInfo): string | undefined {
  const form = dotted.get(name);
  if (form !== undefined || argument === undefined) return form;
  const { required, index, key } = argument;
  const kinds = [...(index ? ["a number"] : []), ...(key ? ["a name"] : [])].join(" or ");
  return `${required ? "required" : "optional"}: ${name}[...] with ${kinds}`;
}
