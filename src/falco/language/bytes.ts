/**
 * Falco compares bytes. In the JavaScript string of a condition, a byte that may not be valid UTF-8 is the lone
 * surrogate U+DC00 + byte, which no valid text contains.
 */
const rawByteBase = 0xdc00;

export function rawByte(byte: number): string {
  return String.fromCharCode(byte < 0x80 ? byte : rawByteBase + byte);
}

function isRawByte(code: number): boolean {
  return code >= rawByteBase + 0x80 && code <= rawByteBase + 0xff;
}

/** The bytes that Falco sees. */
export function toBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x80) return toManyBytes(text);
    bytes[i] = code;
  }
  return bytes;
}

function toManyBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i)!;
    if (code < 0x80) bytes[length++] = code;
    else if (code < 0x800) {
      bytes[length++] = 0xc0 | (code >> 6);
      bytes[length++] = 0x80 | (code & 0x3f);
    } else if (isRawByte(code)) bytes[length++] = code - rawByteBase;
    else if (code < 0x10000) {
      bytes[length++] = 0xe0 | (code >> 12);
      bytes[length++] = 0x80 | ((code >> 6) & 0x3f);
      bytes[length++] = 0x80 | (code & 0x3f);
    } else {
      bytes[length++] = 0xf0 | (code >> 18);
      bytes[length++] = 0x80 | ((code >> 12) & 0x3f);
      bytes[length++] = 0x80 | ((code >> 6) & 0x3f);
      bytes[length++] = 0x80 | (code & 0x3f);
      i++;
    }
  }
  return bytes.subarray(0, length);
}

/** The text as Falco prints it, with invalid UTF-8 replaced. */
export function printable(text: string): string {
  return /[\ud800-\udfff]/.test(text) ? decoder.decode(toBytes(text)) : text;
}

/** The first `count` bytes of the text as Falco prints them. */
export function firstBytes(text: string, count: number): string {
  return decoder.decode(toBytes(text.slice(0, count)).subarray(0, count));
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** Number of bytes of the text, or of its part from `start` to `end`. */
export function byteLength(text: string, start = 0, end = text.length): number {
  let length = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80 || isRawByte(code)) length += 1;
    else if (code < 0x800) length += 2;
    // Both halves of a surrogate pair make four bytes.
    else if (code >= 0xd800 && code < 0xe000) length += 2;
    else length += 3;
  }
  return length;
}
