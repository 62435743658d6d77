import { readFileSync, writeFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { FalcoError } from "./falco.ts";

/** A case of a conformance file; what Falco says of it is `expect` and `describe`. */
export interface Case {
  readonly id: string;
  readonly files: readonly string[];
  /** `all`: the plugins of the Falco project are loaded, and not the container plugin alone. */
  readonly plugins?: "all";
  /** The development version when not said. */
  readonly falcoVersion?: string;
  readonly expect?: unknown;
  readonly describe?: unknown;
}

/** A file of cases, one a line, so that a difference shows each case that changed and no other. */
export class CaseFile {
  readonly #path: string;
  readonly #lines: string[];

  /** @throws FalcoError where the file is not in this form. */
  constructor(path: string) {
    this.#path = path;
    const lines = readFileSync(path, "utf8").trimEnd().split("\n");
    if (lines[0] !== "[" || lines.at(-1) !== "]")
      throw new FalcoError(`${path}: it is not a list with one case a line`);
    this.#lines = lines.slice(1, -1).map((line) => line.replace(/,$/, ""));
  }

  /** Replaces the cases that `record` changes. Returns the ids of the changed cases. */
  update(record: (one: Case) => Case): string[] {
    return this.#lines.flatMap((line, index) => {
      const before = JSON.parse(line) as Case;
      const after = record(before);
      if (isDeepStrictEqual(before, after)) return [];
      this.#lines[index] = JSON.stringify(after);
      return [before.id];
    });
  }

  write(): void {
    writeFileSync(this.#path, `[\n${this.#lines.join(",\n")}\n]\n`);
  }
}
