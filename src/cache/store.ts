import { createHmac, randomBytes, randomUUID, timingSafeEqual } from "node:crypto";
import {
  closeSync,
  constants,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { deserialize, serialize } from "node:v8";

/** Bytes of one entry, and of all together. */
const maxEntryBytes = 64 * 2 ** 20;
const maxBytes = 256 * 2 ** 20;
const maxEntries = 1000;
/** Milliseconds after which an entry that nobody used is removed, and a draft that nobody finished. */
const maxAge = 30 * 24 * 3600 * 1000;
const maxDraftAge = 3600 * 1000;

const keyBytes = 32;
const signatureBytes = 32;
const entryName = /^[0-9a-f]{64}\.entry$/;
const draftName = /^\.draft-[0-9a-f-]{36}$/;

/**
 * A folder of results. Each is signed with a key that lies beside them and that only the user can read, so that whoever
 * can write there and no more cannot make one up.
 */
export class Store {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * What was written under a name; undefined where there is nothing, or not what this user wrote.
   *
   * @param name 64 hexadecimal digits
   */
  read(name: string): unknown {
    const key = this.#key();
    const bytes = key && readOwn(this.#entry(name), maxEntryBytes);
    if (key === undefined || bytes === undefined || bytes.length <= signatureBytes) return undefined;
    const content = bytes.subarray(signatureBytes);
    if (!timingSafeEqual(signature(key, name, content), bytes.subarray(0, signatureBytes))) return undefined;
    try {
      return deserialize(content);
    } catch {
      return undefined;
    }
  }

  /** @throws the system's error where it cannot be written, and an error of V8 for what is no plain data */
  write(name: string, value: unknown): void {
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    const key = this.#key() ?? this.#newKey();
    const content = serialize(value);
    if (content.length + signatureBytes > maxEntryBytes) return;
    this.#put(this.#entry(name), Buffer.concat([signature(key, name, content), content]));
    this.#prune();
  }

  /** Keeps an entry from being the oldest. */
  touch(name: string): void {
    const now = new Date();
    try {
      utimesSync(this.#entry(name), now, now);
    } catch {
      // Another run may have removed it meanwhile.
    }
  }

  #entry(name: string): string {
    return path.join(this.#folder, `${name}.entry`);
  }

  #key(): Buffer | undefined {
    const key = readOwn(path.join(this.#folder, "key"), keyBytes);
    return key?.length === keyBytes ? key : undefined;
  }

  /** Of two runs that begin at the same time one key stays; what the other signed counts as missing. */
  #newKey(): Buffer {
    const key = randomBytes(keyBytes);
    this.#put(path.join(this.#folder, "key"), key);
    return key;
  }

  /** A file appears whole or not at all. */
  #put(file: string, content: Buffer): void {
    const draft = path.join(this.#folder, `.draft-${randomUUID()}`);
    writeFileSync(draft, content, { flag: "wx", mode: 0o600 });
    renameSync(draft, file);
  }

  /** Removes what is old, and what is too much. */
  #prune(): void {
    const now = Date.now();
    const files = readdirSync(this.#folder)
      .filter((name) => entryName.test(name) || draftName.test(name))
      .flatMap((name) => {
        const file = path.join(this.#folder, name);
        const status = statSync(file, { throwIfNoEntry: false });
        return status === undefined ? [] : [{ file, name, size: status.size, age: now - status.mtimeMs }];
      })
      .sort((a, b) => a.age - b.age);
    let bytes = 0;
    let entries = 0;
    for (const { file, name, size, age } of files) {
      const isEntry = entryName.test(name);
      if (isEntry) {
        bytes += size;
        entries++;
      }
      const isTooMuch = isEntry && (bytes > maxBytes || entries > maxEntries);
      if (isTooMuch || age > (isEntry ? maxAge : maxDraftAge)) rmSync(file, { force: true });
    }
  }
}

function signature(key: Buffer, name: string, content: Buffer): Buffer {
  return createHmac("sha256", key).update(name).update(content).digest();
}

/** A regular file that belongs to this user and that nobody else can read or write. */
function readOwn(file: string, maxBytes: number): Buffer | undefined {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(
      file,
      constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0),
    );
    const { uid, mode, size } = fstatSync(descriptor);
    const user = process.getuid?.();
    const isOwn = user === undefined || (uid === user && (mode & 0o077) === 0);
    const isRegular = (mode & constants.S_IFMT) === constants.S_IFREG;
    return isOwn && isRegular && size <= maxBytes ? readFileSync(descriptor) : undefined;
  } catch {
    return undefined;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
