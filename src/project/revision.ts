import { realpathSync } from "node:fs";
import path from "node:path";
import { isOutside, isThere, type Refusal, readRegular, refused, tooLarge } from "./disk.ts";

/** What reading a file gives: its text, nothing where there is none, or why it is not read, in words after "it is". */
export type FileRead =
  | { readonly kind: "text"; readonly content: string }
  | { readonly kind: "missing" }
  | (Refusal & {
      /** Whether it holds no text, as what is encrypted. */
      readonly binary?: true;
    });

/**
 * By path from the workspace root, the text of a file that differs, or its bytes where it is none that is read as text;
 * undefined where there is no such file.
 */
export type ChangedFiles = ReadonlyMap<string, string | Uint8Array | undefined>;

/** What another revision had otherwise than the files on disk. */
export interface EarlierFiles {
  readonly files: ChangedFiles;
  /** Whether these are all files of the revision, and not only those that differ. */
  readonly whole: boolean;
}

/** The largest file that is read, in bytes. */
export const maxFileBytes = 5 * 1024 * 1024;

/** The files of one revision of a workspace, and the only way to them. */
export class Revision {
  /** The workspace, as a real path. */
  readonly root: string;
  /** Undefined for the files on disk. */
  readonly earlier: EarlierFiles | undefined;

  constructor(root: string, earlier?: EarlierFiles) {
    this.root = realpathSync(root);
    this.earlier = earlier;
  }

  /**
   * Reads a file of the workspace. Links are followed within the workspace alone, and nothing but a regular file of
   * UTF-8 text is read.
   *
   * @param file absolute, or from the root
   */
  read(file: string, maxBytes = maxFileBytes): FileRead {
    const relative = this.relative(file);
    if (isOutside(relative)) return refused("outside of the workspace");
    return (
      this.#readEarlier(relative, maxBytes) ??
      textOf(readRegular(path.join(this.root, relative), maxBytes, this.root), maxBytes)
    );
  }

  /**
   * The bytes of a regular file of the workspace, whatever it holds; undefined where there is none that may be read.
   *
   * @param file from the root
   */
  readBytes(file: string, maxBytes = maxFileBytes): Uint8Array | undefined {
    const content = this.earlier?.files.get(file);
    if (content !== undefined) return Buffer.from(content as Uint8Array);
    if (this.#readEarlier(file, maxBytes) !== undefined || isOutside(file)) return undefined;
    const read = readRegular(path.join(this.root, file), maxBytes, this.root);
    return read instanceof Uint8Array ? read : undefined;
  }

  /** Reads a file that the caller named, which may lie outside of the workspace. */
  readNamed(file: string, maxBytes = maxFileBytes): FileRead {
    const relative = this.relative(file);
    if (!isOutside(relative)) return this.read(file, maxBytes);
    return this.#readEarlier(relative, maxBytes) ?? readNamed(path.resolve(this.root, file), maxBytes);
  }

  #readEarlier(relative: string, maxBytes: number): FileRead | undefined {
    const content = this.earlier?.files.get(relative);
    if (content !== undefined) return textOf(Buffer.from(content as Uint8Array), maxBytes);
    const isKnown =
      this.earlier?.files.has(relative) === true || (this.earlier?.whole === true && !isOutside(relative));
    return isKnown ? { kind: "missing" } : undefined;
  }

  /** Whether the revision has a file or a folder at a path from the root. */
  has(relative: string): boolean {
    if (this.earlier?.files.get(relative) !== undefined) return true;
    for (const [file, content] of this.earlier?.files ?? [])
      if (content !== undefined && file.startsWith(`${relative}/`)) return true;
    if (this.earlier?.whole === true || this.earlier?.files.has(relative) === true) return false;
    return isThere(path.join(this.root, relative));
  }

  /** The path from the root, with `/`. */
  relative(file: string): string {
    return path.relative(this.root, path.resolve(this.root, file)).split(path.sep).join("/");
  }
}

/** Reads a file that the caller named, wherever it is. */
export function readNamed(file: string, maxBytes = maxFileBytes): FileRead {
  return textOf(readRegular(path.resolve(file), maxBytes), maxBytes);
}

function textOf(bytes: Buffer | FileRead, maxBytes: number): FileRead {
  if (!Buffer.isBuffer(bytes)) return bytes;
  if (bytes.length > maxBytes) return tooLarge(maxBytes);
  // With or without a byte order mark.
  const content = bytes.includes(0) ? undefined : decode(bytes);
  return content === undefined ? { ...refused("not UTF-8 text"), binary: true } : { kind: "text", content };
}

function decode(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
