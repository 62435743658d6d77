import { record } from "./observation.ts";

/** A day in UTC. Which one it is cannot be asked, so that what depends on it is known. */
export class Day {
  readonly #day: string;

  /** @param day `YYYY-MM-DD` */
  constructor(day: string) {
    this.#day = day;
  }

  static today(): Day {
    return new Day(new Date().toISOString().slice(0, 10));
  }

  /** Whether it comes after another day, `YYYY-MM-DD`. */
  isAfter(day: string): boolean {
    const isOver = day < this.#day;
    record({ ask: "over", day }, () => String(isOver));
    return isOver;
  }
}
