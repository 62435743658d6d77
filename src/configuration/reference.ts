import { createHash } from "node:crypto";
import { type Location, nearest, type Revision, Text, UsageError } from "../project/index.ts";
import { refused } from "./config.ts";
import { presets } from "./presets.ts";

/** Where a file of settings is. */
export type Place =
  | { readonly kind: "preset"; readonly name: string }
  /** In the repository that is checked, by its path from the root. */
  | { readonly kind: "file"; readonly path: string }
  | GitHubPlace;

export interface GitHubPlace {
  readonly kind: "github";
  readonly owner: string;
  readonly repo: string;
  /** From the root of that repository. */
  readonly path: string;
  /** All digits of the commit. */
  readonly commit: string;
}

/** One item of `extends` or of `policies`. */
export interface Reference {
  readonly place: Place;
  /** SHA-256 of the file, in hexadecimal digits; undefined where none is asked for. */
  readonly digest: string | undefined;
  readonly at: Location;
}

/** A file of another repository is not at hand. */
export class MissingSharedFile extends UsageError {
  readonly place: GitHubPlace;

  constructor(message: string, place: GitHubPlace) {
    super(message);
    this.place = place;
  }
}

/** The largest file of settings, in bytes. */
const maxBytes = 256 * 1024;
const commit = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/** Where copies of files of other repositories are kept, from the workspace root. */
export function copyOf({ owner, repo, commit: at, path }: GitHubPlace): string {
  return `.falcoverage/shared/${owner}/${repo}/${at}/${path}`;
}

/** What a place is called in messages and reports. */
export function nameOf(place: Place): string {
  if (place.kind === "preset") return `preset:${place.name}`;
  if (place.kind === "file") return place.path;
  return `github:${place.owner}/${place.repo}/${place.path}@${place.commit.slice(0, 12)}`;
}

/**
 * Reads an item of `extends` or `policies`.
 *
 * @param from the file that has it: its paths are from the root of the repository that holds it
 * @throws UsageError at the item where it is not pinned, leads out of its repository or names nothing
 */
export function readReference(written: string, at: Location, from: Place): Reference {
  const [, address = "", , digest] = /^([^#]*)(#sha256:([0-9a-f]{64}))?$/.exec(written) ?? [];
  if (address === "")
    throw refused(
      at,
      `\`${written}\` has to be a path, and may end in \`#sha256:\` with 64 hexadecimal digits.`,
    );
  if (address.startsWith("github:")) return { place: readGitHub(address, at), digest, at };
  if (!/[./]/.test(address)) return { place: readPreset(address, at), digest, at };
  const path = readPath(address, at);
  const place = from.kind === "github" ? { ...from, path } : ({ kind: "file", path } as const);
  return { place, digest, at };
}

function readPreset(name: string, at: Location): Place {
  if (Object.hasOwn(presets, name)) return { kind: "preset", name };
  const known = Object.keys(presets);
  const near = nearest(name, known);
  const hint = near === undefined ? `There are: ${known.join(", ")}.` : `Did you mean \`${near}\`?`;
  throw refused(
    at,
    `There is no preset \`${name}\`. ${hint} A path has a \`/\` or an ending, as ./${name}.yaml.`,
  );
}

function readGitHub(address: string, at: Location): GitHubPlace {
  const [, owner, repo, path, revision] =
    /^github:([A-Za-z0-9][A-Za-z0-9-]{0,38})\/([\w.-]{1,100})\/([^@]+)(?:@(.*))?$/.exec(address) ?? [];
  if (owner === undefined || repo === undefined || path === undefined || /^\.+$/.test(repo))
    throw refused(at, `\`${address}\` is not of the form github:owner/repository/path@commit#sha256:digest.`);
  if (revision === undefined)
    throw refused(
      at,
      `\`${address}\` names no commit: what it stands for could change at any time. Write @ and all 40 digits of a commit.`,
    );
  if (!commit.test(revision))
    throw refused(
      at,
      `\`${revision}\` is a branch, a tag or a part of a commit, which can come to mean something else. Write all 40 digits of the commit.`,
    );
  return { kind: "github", owner, repo, path: readPath(path, at), commit: revision };
}

function readPath(written: string, at: Location): string {
  const parts = written.replace(/^(?:\.\/)+/, "").split("/");
  if (parts.some((part) => part === "" || part === "." || part === "..") || written.includes("\\"))
    throw refused(at, `\`${written}\` has to be a path from the root of its repository, without \`..\`.`);
  // A change of a file that nobody looks at for settings would be missed.
  if (!/\.ya?ml$/.test(written)) throw refused(at, `\`${written}\` has to end in .yaml or .yml.`);
  return parts.join("/");
}

/**
 * The text behind a reference.
 *
 * @throws UsageError at the reference where it is missing, is another one than its digest says, or needs a digest
 */
export function readText(revision: Revision, reference: Reference, kind: "settings" | "policies"): Text {
  const { place, digest, at } = reference;
  const name = nameOf(place);
  if (place.kind === "preset") return new Text(name, presets[place.name]![kind] ?? "");
  const file = place.kind === "github" ? copyOf(place) : place.path;
  const read = revision.read(file, maxBytes);
  if (read.kind === "refused") throw refused(at, `${name} cannot be read: it is ${read.reason}.`);
  if (read.kind === "missing") {
    if (place.kind === "file") throw refused(at, `There is no ${name}.`);
    const { message } = refused(
      at,
      `${name} is not at hand. The action fetches it, where its token may read ${place.owner}/${place.repo}; elsewhere keep a copy as ${file}.`,
    );
    throw new MissingSharedFile(message, place);
  }
  const actual = createHash("sha256").update(read.content).digest("hex");
  if (digest === undefined && place.kind === "github")
    throw refused(
      at,
      `A file of another repository needs its digest. Of the one at hand it is: #sha256:${actual}`,
    );
  if (digest !== undefined && digest !== actual)
    throw refused(at, `${name} is another file than the digest says: its own is sha256:${actual}.`);
  return new Text(name, read.content);
}
