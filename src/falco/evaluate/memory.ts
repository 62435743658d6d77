import type { Event } from "./event.ts";

/**
 * The engine's cache while it evaluates a condition on an event. Checks that print alike share an entry, and so do
 * operands, even though `in ("")` prints as `in ()`, and `concat("proc.name", x)` as `concat(proc.name, x)`.
 */
export class Memory {
  readonly #entries = new Map<string, { isShared: boolean }>();

  /** Wraps a computation so that all computations that print as `text` share one result for an event. */
  once<T>(text: string, compute: (event: Event) => T): (event: Event) => T {
    const known = this.#entries.get(text);
    const entry = known ?? { isShared: false };
    if (known === undefined) this.#entries.set(text, entry);
    else known.isShared = true;
    // What nobody else asks for need not be kept.
    return (event) => (entry.isShared ? event.once(entry, compute) : compute(event));
  }
}
