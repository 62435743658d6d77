import type { PlaygroundFile } from "./protocol.ts";
import type { State } from "./state.ts";

/** The first characters of a fragment that holds a state: a link of another version is not read wrongly. */
const mark = "1.";

/** A link is made by anybody, and may unpack to more than it says. */
const maxBytes = 4 * 1024 * 1024;
const maxFiles = 100;

/** The state as the fragment of a link: JSON, compressed (RFC 1951), in base64 for addresses. */
export async function toFragment(state: State): Promise<string> {
  const json = new TextEncoder().encode(JSON.stringify(state));
  return mark + toBase64(await through(json, new CompressionStream("deflate-raw"), Number.POSITIVE_INFINITY));
}

/** The state that a fragment holds; undefined where it holds none. */
export async function fromFragment(fragment: string): Promise<State | undefined> {
  if (!fragment.startsWith(mark)) return undefined;
  try {
    const bytes = fromBase64(fragment.slice(mark.length));
    const json = await through(bytes, new DecompressionStream("deflate-raw"), maxBytes);
    return readState(JSON.parse(new TextDecoder().decode(json)));
  } catch {
    return undefined;
  }
}

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
  most: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    size += read.value.length;
    if (size > most) throw new RangeError("The link holds too much.");
    chunks.push(read.value as Uint8Array<ArrayBuffer>);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

function toBase64(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

function readState(data: unknown): State | undefined {
  if (data === null || typeof data !== "object") return undefined;
  const { files, falcoVersion, afterPublished, rule, event } = data as Record<string, unknown>;
  if (!Array.isArray(files) || files.length === 0 || files.length > maxFiles) return undefined;
  if (!files.every(isFile) || new Set(files.map(({ name }) => name)).size < files.length) return undefined;
  return {
    files: files.map(({ name, text }) => ({ name, text })),
    falcoVersion: asText(falcoVersion),
    afterPublished: afterPublished !== false,
    rule: asText(rule),
    event: asText(event),
  };
}

function isFile(data: unknown): data is PlaygroundFile {
  const { name, text } = (data ?? {}) as Record<string, unknown>;
  return typeof name === "string" && name !== "" && typeof text === "string";
}

function asText(value: unknown): string {
  return typeof value === "string" ? value : "";
}
