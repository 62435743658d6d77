import { createHash } from "node:crypto";
import { type LoadResult, print } from "../falco/index.ts";
import type { Ruleset, RulesFile } from "../stack/index.ts";
import type { FileSet } from "./nodes.ts";

/** What a deployment loads at one revision of the repository. */
export interface Deployment {
  readonly files: FileSet;
  /** Rules files of which the repository does not hold the text, so that no hash can be held against it. */
  readonly unverified: readonly string[];
  /** What each rule of the repository means, by its name: two texts that are the same mean the same. */
  readonly meanings: ReadonlyMap<string, string>;
}

/** The deployments at one revision of the repository, by name. */
export interface Revision {
  /** Undefined: the files that are checked. */
  readonly commit: string | undefined;
  readonly deployments: ReadonlyMap<string, Deployment>;
}

/** The deployments that rulesets are loaded by. */
export function deploymentsOf(rulesets: readonly Ruleset[]): ReadonlyMap<string, Deployment> {
  return new Map(
    rulesets.flatMap(({ stack, result }) =>
      stack === undefined
        ? []
        : [
            [
              stack.name,
              {
                files: stack.rulesFiles.loaded.map(fileOf),
                unverified: [
                  ...stack.rulesFiles.loaded
                    .filter((file) => fileOf(file).sha256 === null)
                    .map(({ path }) => path),
                  ...stack.rulesFiles.more.map(({ why }) => why),
                ],
                meanings: meaningsOf(result),
              },
            ],
          ],
    ),
  );
}

/** What Falco's image has as falco_rules.local.yaml, and a file without anything. */
const emptyContents = ["# Your custom rules!\n", ""];

function fileOf({ path, content }: RulesFile): FileSet[number] {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (content.kind === "empty") return { name, sha256: emptyContents.map(hashOf) };
  if (content.kind !== "source") return { name, sha256: null };
  const text = content.source.text.content;
  // Charts and kustomize write a text with or without the line break at its end.
  let length = text.length;
  while (text[length - 1] === "\n") length--;
  const trimmed = text.slice(0, length);
  return { name, sha256: [...new Set([text, trimmed, `${trimmed}\n`])].map(hashOf) };
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function meaningsOf({ rules }: LoadResult): ReadonlyMap<string, string> {
  return new Map(
    rules.flatMap(({ name, source, enabled, external, resolved }) =>
      external || resolved === undefined ? [] : [[name, `${source} ${enabled} ${print(resolved)}`] as const],
    ),
  );
}
