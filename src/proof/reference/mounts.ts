import { RE2JS } from "re2js";
import type { FieldMap } from "./event-fields.ts";

/** A mount as `container.mounts` has it: `source:destination:mode:writable:propagation`. */
interface Mount {
  readonly source: string;
  readonly dest: string;
  readonly mode: string;
  readonly rdwr: string;
  readonly propagation: string;
}

const mountField = /^container\.mount(?:\.(source|dest|mode|rdwr|propagation))?\[(.*)\]$/s;

/** Whether a field is about the mount that its argument finds. */
export function isMountField(key: string): boolean {
  return mountField.test(key);
}

/**
 * The values of fields such as `container.mount.dest[/etc]` in a container with these mounts. As in the container plugin,
 * the argument is the number of a mount, or a regular expression that is searched for among the sources, for
 * `container.mount.source` among the destinations.
 */
export function mountValues(mounts: string, keys: Iterable<string>): FieldMap {
  const all = mounts.split(",").flatMap(readMount);
  const values = new Map<string, string>();
  for (const key of keys) {
    const [, property, argument = ""] = mountField.exec(key) ?? [];
    const found = /^(?:0|[1-9]\d*)$/.test(argument)
      ? all[Number(argument)]
      : all.find((mount) => finds(argument, property === "source" ? mount.dest : mount.source));
    if (found === undefined) continue;
    values.set(key, property === undefined ? Object.values(found).join(":") : found[property as keyof Mount]);
  }
  return values;
}

function readMount(text: string): Mount[] {
  const [source, dest, mode = "", rdwr = "", propagation = ""] = text.split(":");
  return source === undefined || dest === undefined ? [] : [{ source, dest, mode, rdwr, propagation }];
}

/** The same few expressions are asked for with each event. */
const expressions = new Map<string, RE2JS | undefined>();
const maxExpressions = 1000;

function finds(expression: string, path: string): boolean {
  if (!expressions.has(expression)) {
    if (expressions.size >= maxExpressions) expressions.clear();
    expressions.set(expression, compiled(expression));
  }
  return expressions.get(expression)?.matcher(path).find() ?? false;
}

/** An expression that is none finds nothing. */
function compiled(expression: string): RE2JS | undefined {
  try {
    return RE2JS.compile(expression);
  } catch {
    return undefined;
  }
}
