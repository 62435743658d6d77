import { gunzipSync } from "node:zlib";

/** A regular file of an archive. */
export interface ArchivedFile {
  /** As the archive names it, below the folder with the chart's name. */
  readonly name: string;
  readonly data: Uint8Array;
}

/** How large a packed chart may be, unpacked, in bytes: what the renderer takes. */
const maxBytes = 32 << 20;
/** No chart has more files. */
const maxFiles = 10_000;

const block = 512;
const regular = new Set(["0", "\0", "7"]);

/** The files of a packed chart (`.tgz`); undefined where it is none, is broken or larger than a chart may be. */
export function readArchive(packed: Uint8Array): ArchivedFile[] | undefined {
  let tar: Buffer;
  try {
    tar = gunzipSync(packed, { maxOutputLength: maxBytes });
  } catch {
    return undefined;
  }
  const files: ArchivedFile[] = [];
  for (let at = 0; at + block <= tar.length && tar[at] !== 0; ) {
    const size = Number.parseInt(field(tar, at + 124, 12), 8);
    const start = at + block;
    if (!(size >= 0) || start + size > tar.length || files.length === maxFiles) return undefined;
    if (regular.has(String.fromCharCode(tar[at + 156]!))) {
      const prefix = field(tar, at + 345, 155);
      const name = `${prefix === "" ? "" : `${prefix}/`}${field(tar, at, 100)}`;
      files.push({ name, data: tar.subarray(start, start + size) });
    }
    at = start + Math.ceil(size / block) * block;
  }
  return files;
}

function field(tar: Buffer, start: number, length: number): string {
  const bytes = tar.subarray(start, start + length);
  const end = bytes.indexOf(0);
  return bytes.toString("utf8", 0, end === -1 ? length : end);
}
