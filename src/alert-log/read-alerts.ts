import { createReadStream } from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { UsageError } from "../project/index.ts";
import { type Alert, parseAlert } from "./alert.ts";
import type { Malformed } from "./output-line.ts";

/** A line that is no alert. */
export interface MalformedLine extends Malformed {
  /** As it was named. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/** An alert and its location. */
export interface LoggedAlert extends Alert {
  /** As it was named. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/** Falco's own alerts are a few KiB; a longer line is no alert. */
const maxLineBytes = 1024 * 1024;
/** Of one file, unpacked; more is split. */
const maxBytes = 8 * 1024 * 1024 * 1024;

/**
 * Reads files of alerts, one JSON object a line, packed by gzip or not. One line at a time is held, and time is linear in
 * the size. Blank lines are passed over.
 *
 * @param root what the names of files are relative to
 * @throws UsageError for a file that cannot be read or unpacked, or is larger than 8 GiB
 */
export async function* readAlerts(
  root: string,
  files: readonly string[],
): AsyncGenerator<LoggedAlert | MalformedLine> {
  for (const file of files) {
    let line = 0;
    for await (const text of linesOf(unpacked(path.resolve(root, file), file))) {
      line++;
      if (text === undefined) yield { file, line, problem: "It is longer than 1 MiB." };
      else if (text.trim() !== "") yield { file, line, ...parseAlert(text) };
    }
  }
}

/** The lines of a file; undefined for one that is too long to be held. */
async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<string | undefined> {
  let rest: Buffer | undefined = Buffer.alloc(0);
  const joined = (part: Buffer): Buffer | undefined =>
    rest === undefined || rest.length + part.length > maxLineBytes ? undefined : Buffer.concat([rest, part]);
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, start)) {
      yield joined(chunk.subarray(start, end))?.toString("utf8");
      rest = Buffer.alloc(0);
      start = end + 1;
    }
    rest = joined(chunk.subarray(start));
  }
  if (rest === undefined || rest.length > 0) yield rest?.toString("utf8");
}

/** The content of a file, whether gzip packed it or not. */
async function* unpacked(absolute: string, file: string): AsyncGenerator<Buffer> {
  let size = 0;
  try {
    const isPacked = await startsAsGzip(absolute);
    const stored = createReadStream(absolute);
    // An error of the one ends the other.
    const stream = isPacked ? pipeline(stored, createGunzip(), () => undefined) : stored;
    for await (const chunk of stream) {
      size += (chunk as Buffer).length;
      if (size > maxBytes) throw new UsageError(`${file} holds more than 8 GiB: split it.`);
      yield chunk as Buffer;
    }
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`Cannot read ${file}: ${(error as NodeJS.ErrnoException).code ?? String(error)}`);
  }
}

async function startsAsGzip(absolute: string): Promise<boolean> {
  for await (const chunk of createReadStream(absolute, { end: 1 })) {
    const bytes = chunk as Buffer;
    return bytes[0] === 0x1f && bytes[1] === 0x8b;
  }
  return false;
}
