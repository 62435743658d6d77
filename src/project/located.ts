import type { Location } from "./source-text.ts";
import { at, items, type Node, text } from "./tree.ts";

/** A value of a document with its location, so that a message can point at it. */
export interface Located<T> extends Location {
  readonly value: T;
}

/** A list with its own location, and that of each item. */
export type LocatedList<T> = Located<readonly Located<T>[]>;

export function located<T>(value: T, { text, span }: Location): Located<T> {
  return { value, text, span };
}

/** The text at a path, as Kubernetes reads a string; undefined for null and for collections. */
export function textAt(node: Node | undefined, ...path: readonly string[]): Located<string> | undefined {
  const found = at(node, ...path);
  const value = text(found);
  return found === undefined || value === undefined ? undefined : located(value, found);
}

/** The boolean at a path; undefined for everything else. */
export function booleanAt(node: Node | undefined, ...path: readonly string[]): Located<boolean> | undefined {
  const found = textAt(node, ...path);
  return found?.value === "true" || found?.value === "false"
    ? located(found.value === "true", found)
    : undefined;
}

/** The number at a path; NaN for a text that is not a number. */
export function numberAt(node: Node | undefined, ...path: readonly string[]): Located<number> | undefined {
  const found = textAt(node, ...path);
  return found && located(Number(found.value), found);
}

/** The texts of the list at a path; none for another value than a list. */
export function textsAt(node: Node | undefined, ...path: readonly string[]): LocatedList<string> | undefined {
  const found = at(node, ...path);
  return (
    found &&
    located(
      items(found).flatMap((item) => textAt(item) ?? []),
      found,
    )
  );
}
