import type { FieldValue, FieldValues } from "../../falco/index.ts";

/** Values by field, as events are made of them. */
export type FieldMap = ReadonlyMap<string, FieldValue>;

/** The fields of an event as they are worked out: what is there already stays. */
export class EventFields {
  readonly map = new Map<string, FieldValue>();

  /** @param written the values that are given */
  constructor(written: FieldValues = {}) {
    for (const [name, value] of Object.entries(written)) if (value !== undefined) this.map.set(name, value);
  }

  /** Gives a field a value unless it has one; undefined is none. */
  add(name: string, value: FieldValue | undefined): void {
    if (value !== undefined && !this.map.has(name)) this.map.set(name, value);
  }

  get(name: string): FieldValue | undefined {
    return this.map.get(name);
  }

  /** The value as one text; undefined where there is none. */
  text(name: string): string | undefined {
    const value = this.map.get(name);
    return value === undefined ? undefined : textOf(value);
  }

  /** The values of a list, each as a text. */
  list(name: string): readonly string[] {
    const value = this.map.get(name);
    if (value === undefined) return [];
    return Array.isArray(value) ? value.map(textOf) : [textOf(value)];
  }

  has(name: string): boolean {
    return this.map.has(name);
  }
}

/** A value of a field as one text. */
export function textOf(value: FieldValue): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** The file's name of a path. */
export function lastPart(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
