import path from "node:path";
import type { Project, Source } from "../../../project/index.ts";

/** Scripts, and files of CI and of task runners that hold scripts. */
export function scriptsOf(project: Project): Source[] {
  return project.sources.filter(
    ({ kind, embedding, file, text }) =>
      embedding === undefined &&
      (kind === "script" || (mayHoldScripts(kind, file) && holdsScripts.test(text.content))) &&
      !isExample.test(path.posix.dirname(file)),
  );
}

/** Expressions of GitHub look like templates. */
function mayHoldScripts(kind: Source["kind"], file: string): boolean {
  return /\.ya?ml$/.test(file) && (kind === "other" || /^\.github\/workflows\//.test(file));
}

const holdsScripts = /\b(?:helm[ \t]+(?:upgrade|install)|kubectl[ \t][^\n]{0,100}\bcreate[ \t])/;
const isExample = /(?:^|\/)(?:examples?|samples?|tests?)(?:\/|$)/i;
