import { type Dirent, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import ignore, { type Ignore } from "ignore";
import { Text } from "./source-text.ts";
import { UsageError } from "./usage-error.ts";

/** A file that was left out, and why, so that nothing is dropped silently. */
export interface SkippedFile {
  readonly file: string;
  readonly reason: string;
  /** Whether it holds no text, as what is encrypted, so that it can be no rules file and no manifest. */
  readonly binary?: true;
}

export interface Discovery {
  readonly texts: readonly Text[];
  readonly skipped: readonly SkippedFile[];
}

export interface DiscoverOptions {
  /** The workspace: no file outside it is read. */
  readonly root: string;
  /** Files and folders, absolute or from `root`; empty means the whole workspace. */
  readonly paths: readonly string[];
  /** Patterns in the syntax of .gitignore to leave out, in addition to the ignore files. */
  readonly exclude?: readonly string[];
  /** A larger file is skipped. */
  readonly maxFileBytes?: number;
  /** More files than this end the search. */
  readonly maxFiles?: number;
}

const defaultMaxFileBytes = 5 * 1024 * 1024;
const defaultMaxFiles = 50_000;

/** Folders of other tools' output, of dependencies, and of what was put away, which nobody deploys from. */
const builtinIgnores = [
  ".disabled/",
  ".git/",
  "node_modules/",
  "vendor/",
  ".terraform/",
  ".venv/",
  "__pycache__/",
  "target/",
  "dist/",
  "build/",
  ".cache/",
];
const ignoreFiles = [".gitignore", ".falcoverageignore"];
/** `.env` files are what kustomizations make Secrets of. */
/** `.tpl` files are helpers of Helm charts. */
const extensions = new Set([".yaml", ".yml", ".json", ".md", ".markdown", ".env", ".tpl"]);

/**
 * Finds the files to check: those named, and all YAML, JSON, Markdown and `.env` files below the folders named.
 * Ignore files and common build folders are honoured in folders, not for a file that is named itself. Symbolic links
 * are followed only for a path that is named, and only within the workspace.
 *
 * @throws UsageError when a named path does not exist or lies outside the workspace
 */
export function discover(options: DiscoverOptions): Discovery {
  const traversal = new Traversal(options);
  for (const given of options.paths.length === 0 ? ["."] : options.paths) traversal.addGiven(given);
  traversal.texts.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  return { texts: traversal.texts, skipped: traversal.skipped };
}

/**
 * Paths from the workspace root of files that an earlier revision had otherwise, with their text there; undefined
 * where it had no such file.
 */
export type EarlierFiles = ReadonlyMap<string, string | undefined>;

/**
 * What {@link discover} would have found in that revision, with the ignore files of today.
 *
 * @param today what it finds now, with the same options
 */
export function discoverEarlier(
  options: DiscoverOptions,
  today: Discovery,
  earlier: EarlierFiles,
): Discovery {
  const traversal = new Traversal(options);
  for (const given of options.paths.length === 0 ? ["."] : options.paths) traversal.resolve(given);
  const texts = today.texts.filter(({ file }) => !earlier.has(file));
  for (const [file, content] of earlier) {
    if (content !== undefined && traversal.wants(file, content)) texts.push(new Text(file, content));
  }
  texts.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  return { texts, skipped: today.skipped.filter(({ file }) => !earlier.has(file)) };
}

/** Whether a file is read for its name; one that is named itself is read whatever it is called. */
export function isReadable(file: string): boolean {
  return extensions.has(path.extname(file).toLowerCase()) || path.basename(file) === ".env";
}

class Traversal {
  readonly texts: Text[] = [];
  readonly skipped: SkippedFile[] = [];
  readonly #root: string;
  readonly #maxFileBytes: number;
  readonly #maxFiles: number;
  readonly #builtin = ignore().add(builtinIgnores);
  readonly #exclude: Ignore;
  readonly #seen = new Set<string>();
  /** Files and folders named, from the workspace root. */
  readonly #given: string[] = [];

  constructor(options: DiscoverOptions) {
    this.#root = realpathSync(options.root);
    this.#maxFileBytes = options.maxFileBytes ?? defaultMaxFileBytes;
    this.#maxFiles = options.maxFiles ?? defaultMaxFiles;
    this.#exclude = ignore().add([...(options.exclude ?? [])]);
  }

  addGiven(given: string): void {
    const { real, relative } = this.resolve(given);
    if (statSync(real).isDirectory()) this.#folder(real, relative, this.#ignoresAbove(relative), relative);
    else this.#file(real, relative);
  }

  /** Takes note of a file or folder that was named. */
  resolve(given: string): { readonly real: string; readonly relative: string } {
    let real: string;
    try {
      real = realpathSync(path.resolve(this.#root, given));
    } catch {
      throw new UsageError(`No such file or folder: ${given}`);
    }
    const relative = this.#relative(real);
    if (relative === ".." || relative.startsWith("../") || path.isAbsolute(relative)) {
      throw new UsageError(`The path lies outside the workspace: ${given}`);
    }
    this.#given.push(relative);
    return { real, relative };
  }

  /** Whether a file that may no longer exist is one of those asked for. */
  wants(file: string, content: string): boolean {
    if (this.#given.includes(file)) return true;
    const given = this.#given.find((folder) => folder === "" || file.startsWith(`${folder}/`));
    if (given === undefined || !isReadable(file)) return false;
    if (content.length > this.#maxFileBytes || content.includes("\0") || !ignore.isPathValid(file))
      return false;
    const ignores = this.#ignoresAbove(file).filter((one) => !ignoresFolder(one, given));
    return !this.#isIgnored(file, false, ignores, given);
  }

  /** Ignore files from the workspace root down to the parent of a folder. */
  #ignoresAbove(relative: string): readonly FolderIgnore[] {
    const ignores: FolderIgnore[] = [];
    const parts = relative === "" ? [] : relative.split("/");
    for (let depth = 0; depth < parts.length; depth++) {
      const folder = parts.slice(0, depth).join("/");
      ignores.push(...this.#ignoresIn(path.join(this.#root, folder), folder));
    }
    return ignores;
  }

  #ignoresIn(absolute: string, relative: string): readonly FolderIgnore[] {
    const patterns = ignore();
    let found = false;
    for (const name of ignoreFiles) {
      try {
        patterns.add(readFileSync(path.join(absolute, name), "utf8"));
        found = true;
      } catch {
        // Most folders have none.
      }
    }
    return found ? [{ folder: relative, patterns }] : [];
  }

  /** @param given the folder that was named, by which or above it nothing is ignored */
  #folder(absolute: string, relative: string, above: readonly FolderIgnore[], given: string): void {
    let children: Dirent[];
    try {
      children = readdirSync(absolute, { withFileTypes: true });
    } catch (error) {
      this.#skip(relative, reasonOf(error));
      return;
    }
    const ignores = [...above, ...this.#ignoresIn(absolute, relative)].filter(
      (one) => !ignoresFolder(one, given),
    );
    children.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const child of children) {
      const childRelative = relative === "" ? child.name : `${relative}/${child.name}`;
      const isFolder = child.isDirectory();
      if (!isFolder && !(child.isFile() && isReadable(child.name))) continue;
      if (this.#isIgnored(childRelative, isFolder, ignores, given)) continue;
      const childAbsolute = path.join(absolute, child.name);
      if (isFolder) this.#folder(childAbsolute, childRelative, ignores, given);
      else this.#file(childAbsolute, childRelative);
    }
  }

  #isIgnored(relative: string, isFolder: boolean, ignores: readonly FolderIgnore[], given: string): boolean {
    const suffix = isFolder ? "/" : "";
    if (this.#builtin.ignores(below(given, relative) + suffix)) return true;
    if (this.#exclude.ignores(relative + suffix)) return true;
    let ignored = false;
    for (const { folder, patterns } of ignores) {
      const result = patterns.test(below(folder, relative) + suffix);
      if (result.ignored) ignored = true;
      else if (result.unignored) ignored = false;
    }
    return ignored;
  }

  #file(absolute: string, relative: string): void {
    if (this.#seen.has(relative)) return;
    this.#seen.add(relative);
    if (this.texts.length >= this.#maxFiles) {
      throw new UsageError(`More than ${this.#maxFiles} files: name the folders to check, or ignore some.`);
    }
    try {
      const { size } = statSync(absolute);
      if (size > this.#maxFileBytes) {
        this.#skip(relative, `larger than ${Math.floor(this.#maxFileBytes / 1024)} KiB`);
        return;
      }
      const content = decode(readFileSync(absolute));
      if (content === undefined)
        this.skipped.push({ file: relative, reason: "not UTF-8 text", binary: true });
      else this.texts.push(new Text(relative, content));
    } catch (error) {
      this.#skip(relative, reasonOf(error));
    }
  }

  #skip(file: string, reason: string): void {
    this.skipped.push({ file, reason });
  }

  #relative(absolute: string): string {
    return path.relative(this.#root, absolute).split(path.sep).join("/");
  }
}

/** Whether an ignore file leaves out a folder that was named, and so has no say in it. */
function ignoresFolder({ folder, patterns }: FolderIgnore, given: string): boolean {
  const isAbove = given !== folder && (folder === "" || given.startsWith(`${folder}/`));
  return isAbove && patterns.ignores(`${below(folder, given)}/`);
}

/** The part of a path that is below a folder. */
function below(folder: string, relative: string): string {
  return folder === "" ? relative : relative.slice(folder.length + 1);
}

interface FolderIgnore {
  readonly folder: string;
  readonly patterns: Ignore;
}

/** UTF-8, with or without a byte order mark; undefined for anything else. */
function decode(bytes: Buffer): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function reasonOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}
