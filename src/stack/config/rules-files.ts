import { findVersion } from "../../falco/index.ts";
import type { Location, Source } from "../../project/index.ts";
import { type File, type FileSystem, normalize } from "../container/index.ts";
import { type Known, known, type Unknown, unknown } from "../evidence/index.ts";
import { rulesArtifacts } from "../upstream/index.ts";
import type { FalcoCommand } from "./command.ts";
import type { FalcoConfig } from "./falco-config.ts";

/** One rules file that Falco loads. */
export interface RulesFile {
  /** Path in the container. */
  readonly path: string;
  readonly content: RulesContent;
  /** What puts the file there: the volume mount, or the image. */
  readonly mountedAt: Location;
  /** What makes Falco load it: the item of `rules_files`, or the `-r` option. */
  readonly listedAt: Location;
}

export type RulesContent =
  | { readonly kind: "source"; readonly source: Source }
  /** A rules file that the Falco project publishes; `version` may be partial for falcoctl. */
  | { readonly kind: "upstream"; readonly artifact: string; readonly version: Known<string> }
  /** A file of the image without any rules in it. */
  | { readonly kind: "empty" }
  | (Unknown & { readonly kind: "unknown" });

/** A path that is listed, and for which Falco finds nothing. It skips it without a word. */
export interface MissingRulesFile {
  readonly path: string;
  readonly listedAt: Location;
  /** What hides the image's own file, where a mount does. */
  readonly hiddenBy: Location | undefined;
}

export interface RulesFiles {
  /** In load order. */
  readonly loaded: readonly RulesFile[];
  readonly missing: readonly MissingRulesFile[];
  /** Listed paths whose content is unknown. */
  readonly more: readonly Unknown[];
}

const defaultRules = "/etc/falco/falco_rules.yaml";
/** Files and directories of the image that hold no rules. */
const emptyInImage = new Set(["/etc/falco/falco_rules.local.yaml", "/etc/falco/rules.d"]);

/** The rules files in the order in which Falco loads them. */
export function readRulesFiles(
  files: FileSystem,
  config: FalcoConfig,
  command: FalcoCommand,
  falcoVersion: Known<string>,
  image: Location,
): RulesFiles {
  const reader = new Reader(files, falcoVersion, image);
  for (const { path, location } of listed(config, command)) reader.add(path, location);
  return reader;
}

function listed(
  config: FalcoConfig,
  command: FalcoCommand,
): readonly { readonly path: string; readonly location: Location }[] {
  if (command.rulesFiles.length > 0)
    return command.rulesFiles.map(({ text: path, location }) => ({ path, location }));
  return config.settings.rulesFiles.map((file) => ({ path: file.value, location: file }));
}

class Reader implements RulesFiles {
  readonly loaded: RulesFile[] = [];
  readonly missing: MissingRulesFile[] = [];
  readonly more: Unknown[] = [];
  readonly #files: FileSystem;
  readonly #version: Known<string>;
  readonly #image: Location;

  constructor(files: FileSystem, version: Known<string>, image: Location) {
    this.#files = files;
    this.#version = version;
    this.#image = image;
  }

  add(path: string, listedAt: Location): void {
    const found = this.#files.find(path);
    if (found.kind === "image") this.#addFromImage(normalize(path), listedAt);
    else if (found.kind === "unknown") this.more.push({ ...found.unknown, evidence: found.unknown.evidence });
    else if (found.kind === "absent") this.missing.push({ path, listedAt, hiddenBy: found.location });
    else if (found.kind === "file") this.#addFile(found.file, listedAt);
    else {
      for (const file of found.files) this.#addFile(file, listedAt);
      if (found.more !== undefined) this.more.push(found.more);
    }
  }

  #addFile(file: File, listedAt: Location): void {
    // Falco passes over files with other endings.
    if (!/\.ya?ml$/.test(file.path)) return;
    this.loaded.push({ path: file.path, content: contentOf(file), mountedAt: file.location, listedAt });
  }

  #addFromImage(path: string, listedAt: Location): void {
    const mountedAt = this.#image;
    if (path === defaultRules) this.loaded.push({ path, content: this.#defaultRules(), mountedAt, listedAt });
    else if (emptyInImage.has(path)) {
      if (/\.ya?ml$/.test(path)) this.loaded.push({ path, content: { kind: "empty" }, mountedAt, listedAt });
      for (const file of this.#files.mountedIn(path)) this.#addFile(file, listedAt);
    } else if (path === "/etc/falco") {
      this.loaded.push({ path: defaultRules, content: this.#defaultRules(), mountedAt, listedAt });
      for (const file of this.#files.mountedIn(path)) this.#addFile(file, listedAt);
    } else this.missing.push({ path, listedAt, hiddenBy: undefined });
  }

  #defaultRules(): RulesContent {
    const version = this.#version;
    if (version.state === "unknown") return { kind: "upstream", artifact: "falco-rules", version };
    const release = findVersion(version.value);
    const rules: Known<string> =
      release === undefined
        ? unknown(
            `Falco ${version.value} is not among the versions known here, so neither are its default rules.`,
            "Use a supported version of Falco.",
            version.evidence,
          )
        : known(release.rules, version.evidence);
    return { kind: "upstream", artifact: "falco-rules", version: rules };
  }
}

function contentOf({ content }: File): RulesContent {
  // Rules are texts everywhere; a map is no rules file.
  if (content.kind === "made") return { kind: "empty" };
  if (content.kind !== "artifact") return content;
  const { artifact } = content;
  if (rulesArtifacts.has(artifact.name))
    return { kind: "upstream", artifact: artifact.name, version: known(artifact.version, artifact.location) };
  return {
    kind: "unknown",
    ...unknown(
      `falcoctl installs "${artifact.name}", and what is in it is not in the repository.`,
      "Keep the rules file in the repository.",
      artifact.location,
    ),
  };
}
