import path from "node:path";
import ignore, { type Ignore } from "ignore";
import { chartLocks, isScript } from "./classify.ts";
import { entriesOf, type FolderEntry, isOutside, targetOf } from "./disk.ts";
import { Limits } from "./limits.ts";
import { missingFile } from "./missing-file.ts";
import { maxFileBytes as defaultMaxFileBytes, Revision } from "./revision.ts";
import { Text } from "./source-text.ts";
import { UsageError } from "./usage-error.ts";

/** A file that was left out, and why, so that nothing is dropped silently. */
export interface SkippedFile {
  readonly file: string;
  readonly reason: string;
  /** Whether it holds no text, as what is encrypted, so that it can be no rules file and no manifest. */
  readonly binary?: true;
}

/** A file of a chart's folder that is not among the texts: an archive in `charts/`, or what templates read. */
export interface ChartFile {
  readonly file: string;
  /** Undefined where it is gone, too large or no regular file. */
  readonly read: () => Uint8Array | undefined;
}

export interface Discovery {
  readonly texts: readonly Text[];
  readonly skipped: readonly SkippedFile[];
  /** Reads the program code in the languages that plugins of Falco are written in; few repositories need it. */
  readonly code?: () => readonly Text[];
  readonly chartFiles?: readonly ChartFile[] | undefined;
}

export interface DiscoverOptions {
  /** The workspace: no file outside it is read. */
  readonly root: string;
  /** Files and folders, absolute or from `root`; empty means the whole workspace. */
  readonly paths: readonly string[];
  /** Patterns in the syntax of .gitignore to leave out, in addition to the ignore files. */
  readonly exclude?: readonly string[];
  /** The revision whose ignore files count. Default: the files on disk. */
  readonly ignoresOf?: Revision | undefined;
  /** The revision to look at, where it is not the files on disk. */
  readonly revision?: Revision | undefined;
  /** A larger file is skipped. */
  readonly maxFileBytes?: number;
  readonly limits?: Limits | undefined;
}

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

/** Whether a file says which others are left out. */
export function isIgnoreFile(file: string): boolean {
  return ignoreFiles.includes(path.posix.basename(file));
}

/** `.env` files are what kustomizations make Secrets of, `.tpl` files helpers of Helm charts, `.gotmpl` files helmfile's. */
const extensions = new Set([".yaml", ".yml", ".json", ".md", ".markdown", ".env", ".tpl", ".gotmpl"]);

/** Plugins of Falco are written in these languages. */
const codeExtensions = new Set([".go", ".rs", ".c", ".cc", ".cpp", ".h", ".hpp"]);
/** All program code that is read of a repository. */
const maxCodeBytes = 16 * 2 ** 20;

/**
 * Finds the files to check: those named, and all YAML, JSON, Markdown and `.env` files and scripts below the folders named.
 * Ignore files and common build folders are honoured in folders, not for a file that is named itself. Symbolic links
 * are followed only for a path that is named and in charts, and only within the workspace.
 *
 * @throws UsageError when a named path does not exist or is outside the workspace
 */
export function discover(options: DiscoverOptions): Discovery {
  const traversal = new Traversal(options);
  for (const given of options.paths.length === 0 ? ["."] : options.paths) traversal.addGiven(given);
  const { skipped, chartFiles } = traversal;
  return { texts: byFile(traversal.texts), skipped, chartFiles, code: () => traversal.code() };
}

function byFile<T extends { readonly file: string }>(files: readonly T[]): T[] {
  return files.toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
}

/**
 * What {@link discover} would have found in an earlier revision.
 *
 * @param options with that revision
 * @param today what is found on disk, with the same options otherwise
 */
export function discoverEarlier(options: DiscoverOptions, today: Discovery): Discovery {
  const { files = new Map<string, string | undefined>(), whole = false } = options.revision?.earlier ?? {};
  const traversal = new Traversal(options);
  for (const given of options.paths.length === 0 ? ["."] : options.paths) traversal.resolve(given);
  const isSame = ({ file }: { readonly file: string }) => !whole && !files.has(file);
  const same = new Map(today.texts.map((text) => [text.file, text]));
  const texts = today.texts.filter(isSame);
  const chartFiles = (today.chartFiles ?? []).filter(isSame);
  for (const [file, content] of files) {
    if (content === undefined) continue;
    const isText = isReadable(file) || traversal.isGiven(file);
    const written = isText ? Buffer.from(content as Uint8Array).toString() : undefined;
    if (written !== undefined && traversal.wants(file, written)) {
      const text = same.get(file);
      texts.push(text?.content === written ? text : new Text(file, written));
    } else if (!isReadable(file) && traversal.looksAt(file))
      chartFiles.push({ file, read: () => Buffer.from(content as Uint8Array) });
  }
  const code = () =>
    (today.code?.() ?? []).flatMap((text) => {
      if (options.revision === undefined) return text;
      const read = options.revision.read(text.file, maxCodeBytes);
      if (read.kind !== "text") return [];
      return read.content === text.content ? text : new Text(text.file, read.content);
    });
  return { texts: byFile(texts), skipped: today.skipped.filter(isSame), chartFiles, code };
}

/** Whether a file is read for its name; one that is named itself is read whatever it is called. */
export function isReadable(file: string): boolean {
  const name = path.basename(file);
  return (
    extensions.has(path.extname(file).toLowerCase()) ||
    name === ".env" ||
    chartLocks.has(name) ||
    isScript(name)
  );
}

/** Whether a path may be one of a {@link ChartFile}: an archive in `charts/`, or below a folder that has a Chart.yaml today. */
export function isInChart(file: string, root: string): boolean {
  if (/(?:^|\/)charts\/[^/]+\.tgz$/.test(file)) return true;
  for (let folder = path.posix.dirname(file); ; folder = path.posix.dirname(folder)) {
    if (targetOf(path.join(root, folder, "Chart.yaml")) !== undefined) return true;
    if (folder === ".") return false;
  }
}

class Traversal {
  readonly texts: Text[] = [];
  readonly skipped: SkippedFile[] = [];
  readonly chartFiles: ChartFile[] = [];
  readonly #disk: Revision;
  readonly #ignoresOf: Revision;
  readonly #revision: Revision | undefined;
  readonly #maxFileBytes: number;
  readonly #limits: Limits;
  #bytes = 0;
  #linkedFolders = 0;
  readonly #builtin = ignore().add(builtinIgnores);
  readonly #exclude: Ignore;
  readonly #seen = new Set<string>();
  readonly #codeFiles: string[] = [];
  #code: Text[] | undefined;
  /** Files and folders named, from the workspace root. */
  readonly #given: string[] = [];

  constructor(options: DiscoverOptions) {
    this.#disk = new Revision(options.root);
    this.#ignoresOf = options.ignoresOf ?? this.#disk;
    this.#revision = options.revision;
    this.#maxFileBytes = options.maxFileBytes ?? defaultMaxFileBytes;
    this.#limits = options.limits ?? new Limits();
    this.#exclude = ignore().add([...(options.exclude ?? [])]);
  }

  addGiven(given: string): void {
    const { target, relative } = this.resolve(given);
    if (target === undefined) return;
    if (target.isFolder)
      this.#folder(target.real, relative, {
        above: this.#ignoresAbove(relative),
        given: relative,
        inChart: false,
      });
    else this.#file(relative);
  }

  /** Takes note of a file or folder that was named; without a target where only another revision has it. */
  resolve(given: string) {
    const target = this.#target(given);
    const relative = this.#disk.relative(target?.real ?? given);
    if (isOutside(relative)) throw new UsageError(`The path is outside the workspace: ${given}`);
    const isKnown = this.#ignoresOf.has(relative) || this.#revision?.has(relative) === true;
    if (target === undefined && !isKnown) throw missingFile(this.#disk.root, given);
    this.#given.push(relative);
    return { target, relative };
  }

  #target(given: string) {
    return targetOf(path.resolve(this.#disk.root, given));
  }

  /** Whether a file that may no longer exist is one of those asked for. */
  wants(file: string, content: string): boolean {
    if (this.isGiven(file)) return true;
    if (!isReadable(file) || content.length > this.#maxFileBytes || content.includes("\0")) return false;
    return this.looksAt(file);
  }

  isGiven(file: string): boolean {
    return this.#given.includes(file);
  }

  /** Whether a path is below a folder that was named, and nothing leaves it out. */
  looksAt(file: string): boolean {
    const given = this.#given.find((folder) => folder === "" || file.startsWith(`${folder}/`));
    if (given === undefined || !ignore.isPathValid(file)) return false;
    const ignores = this.#ignoresAbove(file).filter((one) => !ignoresFolder(one, given));
    return !this.#isIgnored(file, false, ignores, given);
  }

  /** Ignore files from the workspace root down to the parent of a folder. */
  #ignoresAbove(relative: string): readonly FolderIgnore[] {
    const ignores: FolderIgnore[] = [];
    const parts = relative === "" ? [] : relative.split("/");
    for (let depth = 0; depth < parts.length; depth++) {
      const folder = parts.slice(0, depth).join("/");
      ignores.push(...this.#ignoresIn(folder));
    }
    return ignores;
  }

  #ignoresIn(folder: string): readonly FolderIgnore[] {
    const patterns = ignore();
    let found = false;
    for (const name of ignoreFiles) {
      const file = folder === "" ? name : `${folder}/${name}`;
      const read = this.#ignoresOf.read(file, this.#maxFileBytes);
      if (read.kind === "refused") this.#skip(file, read.reason);
      if (read.kind !== "text") continue;
      patterns.add(read.content);
      found = true;
    }
    return found ? [{ folder, patterns }] : [];
  }

  #folder(absolute: string, relative: string, { above, given, inChart }: Surroundings): void {
    const children = entriesOf(absolute);
    if (typeof children === "string") {
      this.#skip(relative, `not readable (${children})`);
      return;
    }
    const ignores = [...above, ...this.#ignoresIn(relative)].filter((one) => !ignoresFolder(one, given));
    const isChart = inChart || children.some(({ name }) => name === "Chart.yaml");
    for (const child of children) {
      const childRelative = relative === "" ? child.name : `${relative}/${child.name}`;
      const isFolder = child.kind === "folder";
      const isCode = child.kind === "file" && codeExtensions.has(path.extname(child.name));
      if (!isFolder && !isCode && !isChart && !isReadable(child.name)) continue;
      if (this.#isIgnored(childRelative, isFolder, ignores, given)) continue;
      if (isCode) this.#codeFiles.push(childRelative);
      if (isFolder)
        this.#folder(path.join(absolute, child.name), childRelative, {
          above: ignores,
          given,
          inChart: isChart,
        });
      else this.#child(child, childRelative, isChart);
    }
  }

  /** The program code below the folders, up to a bound. */
  code(): Text[] {
    this.#code ??= this.#readCode();
    return this.#code;
  }

  #readCode(): Text[] {
    const texts: Text[] = [];
    let left = maxCodeBytes;
    for (const file of this.#codeFiles) {
      const read = left > 0 ? this.#disk.read(file, left) : undefined;
      if (read?.kind !== "text") continue;
      left -= read.content.length;
      texts.push(new Text(file, read.content));
    }
    return texts;
  }

  #child(child: FolderEntry, relative: string, inChart: boolean): void {
    const isLink = child.kind === "link";
    if (isLink && this.#leadsOut(relative)) this.#skip(relative, "a link that leads out of the workspace");
    else if (!isLink && isReadable(child.name)) this.#file(relative);
    else if (inChart && isLink) this.#linked(relative, new Set());
    else if (inChart) this.#chartFile(relative);
  }

  /**
   * Helm follows links, as here those that stay within the workspace. What is in a folder is read as files of the chart
   * alone: as texts they are found where they are.
   *
   * @param entered the real paths of the folders that the link has led to, of which none is entered again
   */
  #linked(relative: string, entered: Set<string>): void {
    const target = this.#target(relative);
    if (target === undefined || isOutside(this.#disk.relative(target.real)))
      this.#skip(relative, "a link that leads out of the workspace");
    else if (target.isFolder) this.#linkedFolder(relative, target.real, entered);
    else this.#chartFile(relative);
  }

  #linkedFolder(relative: string, real: string, entered: Set<string>): void {
    const entries = entriesOf(real);
    if (entered.has(real) || typeof entries === "string") return;
    entered.add(real);
    this.#linkedFolders++;
    this.#checkCount();
    for (const { name } of entries) {
      const inner = `${relative}/${name}`;
      if (!this.#builtin.ignores(inner) && !this.#exclude.ignores(inner)) this.#linked(inner, entered);
    }
  }

  #chartFile(file: string): void {
    this.#checkCount();
    this.chartFiles.push({ file, read: () => this.#disk.readBytes(file, this.#maxFileBytes) });
  }

  #checkCount(): void {
    const { maxFiles } = this.#limits;
    if (this.texts.length + this.chartFiles.length + this.#linkedFolders >= maxFiles)
      throw new UsageError(`More than ${maxFiles} files: name the folders to check, or ignore some.`);
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

  #file(relative: string): void {
    if (this.#seen.has(relative)) return;
    this.#seen.add(relative);
    const { maxBytes } = this.#limits;
    this.#checkCount();
    this.#limits.check();
    const read = this.#disk.read(relative, this.#maxFileBytes);
    if (read.kind !== "text") {
      if (read.kind === "refused" && read.binary)
        this.skipped.push({ file: relative, reason: read.reason, binary: true });
      else this.#skip(relative, read.kind === "missing" ? "gone" : read.reason);
      return;
    }
    this.#bytes += read.content.length;
    if (this.#bytes > maxBytes)
      throw new UsageError(
        `More than ${maxBytes / 2 ** 20} MiB of files: name the folders to check, or ignore some.`,
      );
    this.texts.push(new Text(relative, read.content));
  }

  #skip(file: string, reason: string): void {
    if (!this.skipped.some((one) => one.file === file)) this.skipped.push({ file, reason });
  }

  /** Whether a link's end is outside of the workspace; one without an end leads nowhere. */
  #leadsOut(relative: string): boolean {
    const target = this.#target(relative);
    return target !== undefined && isOutside(this.#disk.relative(target.real));
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

/** What is around a folder. */
interface Surroundings {
  /** Ignore files above it. */
  readonly above: readonly FolderIgnore[];
  /** The folder that was named, by which or above it nothing is ignored. */
  readonly given: string;
  readonly inChart: boolean;
}

interface FolderIgnore {
  readonly folder: string;
  readonly patterns: Ignore;
}
