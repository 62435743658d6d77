import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { isReadable, maxFileBytes } from "../project/index.ts";
import type { Client } from "./client.ts";
import type { Repository } from "./event.ts";

/** The largest archive that is read, unpacked, in bytes. */
const maxBytes = 4 * 1024 ** 3;
/** The most text that is kept of it, in bytes. */
const maxKeptBytes = 512 * 1024 ** 2;
/** How long the request may take, in milliseconds. */
const timeout = 120_000;

const blockSize = 512;

/**
 * The files of a commit, from GitHub's archive of it: one request, however many files there are.
 *
 * @param wanted the paths to keep, from the repository's top
 * @throws RequestError of Octokit when GitHub refuses, Error when the archive is too large or is none
 */
export async function filesOfArchive(
  client: Client,
  repository: Repository,
  ref: string,
  wanted: (path: string) => boolean,
): Promise<Map<string, string | Uint8Array | undefined>> {
  const { data } = await client.request("GET /repos/{owner}/{repo}/tarball/{ref}", {
    ...repository,
    ref,
    request: { parseSuccessResponseBody: false, timeout },
  });
  const files = new Map<string, string | Uint8Array | undefined>();
  let kept = 0;
  for await (const { path, bytes } of readTar(Readable.fromWeb(data as never).pipe(createGunzip()))) {
    // Everything is in one folder, named after repository and commit.
    const file = path.slice(path.indexOf("/") + 1);
    if (!wanted(file) || bytes === undefined) continue;
    kept += bytes.length;
    if (kept > maxKeptBytes) throw new Error("The archive holds too much text.");
    files.set(file, isReadable(file) ? bytes.toString("utf8") : bytes);
  }
  return files;
}

/** Reads exactly as many bytes as are asked for from a stream. */
class Reader {
  readonly #chunks: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);
  #read = 0;

  constructor(stream: AsyncIterable<Buffer>) {
    this.#chunks = stream[Symbol.asyncIterator]();
  }

  /** Undefined at the end of the stream. */
  async take(size: number): Promise<Buffer | undefined> {
    const parts = [this.#rest];
    let length = this.#rest.length;
    while (length < size) {
      const { value, done } = await this.#chunks.next();
      if (done === true) return undefined;
      this.#read += value.length;
      if (this.#read > maxBytes) throw new Error("The archive is too large.");
      parts.push(value);
      length += value.length;
    }
    const all = Buffer.concat(parts);
    this.#rest = all.subarray(size);
    return all.subarray(0, size);
  }

  async skip(size: number): Promise<void> {
    for (let left = size; left > 0; left -= 65_536) await this.take(Math.min(left, 65_536));
  }
}

interface TarFile {
  readonly path: string;
  /** Undefined for one that is too large. */
  readonly bytes: Buffer | undefined;
}

/** The regular files of a tar archive, in the POSIX format that git writes. */
async function* readTar(stream: AsyncIterable<Buffer>): AsyncIterable<TarFile> {
  const reader = new Reader(stream);
  let longPath: string | undefined;
  for (
    let header = await reader.take(blockSize);
    header !== undefined;
    header = await reader.take(blockSize)
  ) {
    const type = String.fromCharCode(header[156]!);
    const size = Number.parseInt(textAt(header, 124, 12), 8) || 0;
    const padded = Math.ceil(size / blockSize) * blockSize;
    const isRead = size <= maxFileBytes;
    const bytes = isRead ? (await reader.take(padded))?.subarray(0, size) : undefined;
    if (!isRead) await reader.skip(padded);
    if (type === "x") {
      longPath = bytes && pathOf(bytes);
    } else if (type !== "g") {
      const prefix = textAt(header, 345, 155);
      const path = longPath ?? (prefix === "" ? "" : `${prefix}/`) + textAt(header, 0, 100);
      longPath = undefined;
      if (type === "0" || type === "\0") yield { path, bytes };
    }
  }
}

function textAt(header: Buffer, start: number, length: number): string {
  const field = header.subarray(start, start + length);
  const end = field.indexOf(0);
  return field.toString("utf8", 0, end === -1 ? length : end);
}

/** The path among the records `LENGTH KEY=VALUE` of an extended header. */
function pathOf(records: Buffer): string | undefined {
  for (let start = 0; start < records.length; ) {
    const space = records.indexOf(" ", start);
    const length = Number(records.toString("utf8", start, space));
    if (space === -1 || !(length > 0)) return undefined;
    const [, path] = /^path=(.*)\n$/s.exec(records.toString("utf8", space + 1, start + length)) ?? [];
    if (path !== undefined) return path;
    start += length;
  }
  return undefined;
}
