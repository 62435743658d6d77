import { createTwoFilesPatch } from "diff";
import type { Files } from "./edits.ts";

/** The changes of files as a unified diff that `git apply` and `patch -p1` take. */
export function difference(before: Files, after: Files): string {
  return [...after]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, text]) =>
      createTwoFilesPatch(`a/${file}`, `b/${file}`, before.get(file) ?? "", text, undefined, undefined, {
        context: 3,
        headerOptions: { includeIndex: false, includeUnderline: false, includeFileHeaders: true },
      }),
    )
    .join("");
}
