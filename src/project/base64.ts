/** The text that is encoded as base64; undefined for anything that is not base64 of UTF-8 text. */
export function fromBase64(encoded: string): string | undefined {
  const compact = encoded.replaceAll(/\s+/g, "");
  if (compact.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(compact)) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(compact, "base64"));
  } catch {
    return undefined;
  }
}
