import type { Source } from "../../../project/index.ts";
import type { Word } from "./words.ts";

/** A release as a command of Helm or a resource of Terraform describes it. */
export interface Described {
  readonly chart: string;
  readonly release: string;
  readonly namespace: Word | undefined;
  readonly version: Word | undefined;
  /** Paths of values files. */
  readonly files: readonly Word[];
  /** Values beside those of files: `--set` and what is like it. */
  readonly set: readonly { readonly word: Word; readonly as: "typed" | "text" | "file" }[];
  /** Values that are made when it runs. */
  readonly open: Word | undefined;
  readonly script: Source;
}
