import type { Event } from "./event.ts";

/**
 * The engine's cache while it evaluates a condition on an event. Checks that print alike share an entry, and so do
 * operands, even though `in ("")` prints as `in ()`, and `concat("proc.name", x)` as `concat(proc.name, x)`.
 */
export class Memory {
  readonly #keys = new Map<string, object>();

  /** Wraps a computation so that all computations that print as `text` share one result for an event. */
  once<T>(text: string, compute: (event: Event) => T): (event: Event) => T {
    const key = this.#keys.get(text) ?? {};
    this.#keys.set(text, key);
    return (event) => event.once(key, compute);
  }
}
