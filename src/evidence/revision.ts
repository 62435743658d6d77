import { createHash } from "node:crypto";
import { type LoadResult, print } from "../falco/index.ts";
import { knownValue, publishedHash, type Ruleset, type RulesFile } from "../stack/index.ts";
import type { FileSet } from "./nodes.ts";

/** What a deployment loads at one revision of the repository. */
export interface Deployment {
  readonly files: FileSet;
  /** Rules files of which the repository does not hold the text, so that no hash can be held against it. */
  readonly unverified: readonly string[];
  /**
   * What each rule means, by its name: two texts that are the same mean the same. A published rule, whose text is not at hand, means
   * the same where all files are the same; it is not there where the hash of a file is not known.
   */
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
    rulesets.flatMap(({ stack, result }) => {
      if (stack === undefined) return [];
      const { loaded, more } = stack.rulesFiles;
      const files = loaded.map(fileOf);
      const unknown = loaded.filter((_, index) => files[index]!.sha256 === null);
      const unverified = [...unknown.map(({ path }) => path), ...more.map(({ why }) => why)];
      const meanings = meaningsOf(result, unverified.length === 0 ? files : undefined);
      return [[stack.name, { files, unverified, meanings }]];
    }),
  );
}

/** What Falco's image has as falco_rules.local.yaml, and a file without anything. */
const emptyContents = ["# Your custom rules!\n", ""];

function fileOf({ path, content }: RulesFile): FileSet[number] {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (content.kind === "empty") return { name, sha256: emptyContents.map(hashOf) };
  if (content.kind === "upstream") {
    const version = knownValue(content.version);
    const hash = version === undefined ? undefined : publishedHash(content.artifact, version);
    return { name, sha256: hash === undefined ? null : [hash] };
  }
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

/** @param files with their hashes, where all of them are known */
function meaningsOf({ rules }: LoadResult, files: FileSet | undefined): ReadonlyMap<string, string> {
  const meanings = new Map<string, string>();
  for (const { name, source, enabled, external, resolved } of rules) {
    if (!external && resolved !== undefined) meanings.set(name, `${source} ${enabled} ${print(resolved)}`);
    else if (external && files !== undefined)
      meanings.set(name, `${source} ${enabled} ${JSON.stringify(files)}`);
  }
  return meanings;
}
