import type { MapNode, Node, Source } from "../../../project/index.ts";
import type { LocalChart } from "../helm/index.ts";

/** One kustomization file. */
export interface Kustomization {
  /** Its folder, which its paths start from. */
  readonly folder: string;
  readonly source: Source;
  readonly root: MapNode;
}

/** Reads the files that a kustomization names, and takes note of them. */
export interface Reader {
  /** Undefined where the file is not among those checked. */
  source(folder: string, name: string): Source | undefined;
  /** The chart of the repository in a folder. */
  chart(folder: string): LocalChart | undefined;
  /** The documents of the file that a value names. */
  documents(folder: string, name: Node): readonly Node[];
}

/** What the change of one object costs of a {@link Budget}, where a look at it costs one. */
export const stepsOfChange = 50;

/** How much there is to do: what is more than all of it is an attack, and is left undone. */
export class Budget {
  #left: number;

  constructor(steps: number) {
    this.#left = steps;
  }

  /** Takes steps away; false when they are used up. */
  spend(steps: number): boolean {
    this.#left -= steps;
    return !this.isSpent;
  }

  get isSpent(): boolean {
    return this.#left <= 0;
  }
}
