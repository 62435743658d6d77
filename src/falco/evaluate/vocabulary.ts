import { type EventTable, type FieldTable, servicePorts } from "../catalog/index.ts";
import type { Field } from "../language/index.ts";
import type { FieldUse } from "./operand.ts";
import type { Vocabulary } from "./program.ts";

/** Fields of the core engine whose names go on after the name in the table: `evt.rawarg.flags`. */
const dotted = ["evt.rawarg", "evt.arg", "evt.type.is", "thread.cgroup"];

/** What conditions can name in rules of an event source, or of any of several: the first that has a field. */
export function vocabularyFor(
  fields: FieldTable,
  events: EventTable,
  sources: readonly string[],
): Vocabulary {
  return {
    ports: servicePorts,
    eventFields: new Map(),
    hasEvent: (name) => events.has(name),
    resolve: (node) => {
      let problem = "";
      for (const source of sources) {
        const found = fields.find(source, node.name, node.argument?.text);
        if (found.field !== undefined) return fieldUse(node, found.field);
        problem ||= found.problem.message;
      }
      return { problem };
    },
  };
}

function fieldUse(node: Field, field: Omit<FieldUse, "key" | "argument">): FieldUse {
  const { name, type, list, transformable, comparable } = field;
  const base = dotted.find((prefix) => node.name.startsWith(`${prefix}.`)) ?? name;
  const argument = node.argument?.text;
  return {
    name: base,
    key: argument === undefined ? node.name : `${node.name}[${argument}]`,
    type,
    list,
    transformable,
    comparable,
    ...(argument !== undefined && { argument }),
  };
}
