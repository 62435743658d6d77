// Scalars as yaml-cpp converts them; current YAML libraries follow other rules.

const booleans = new Map([
  ["y", true],
  ["yes", true],
  ["true", true],
  ["on", true],
  ["n", false],
  ["no", false],
  ["false", false],
  ["off", false],
]);

/** Booleans of YAML 1.1, in lower case, upper case or capitalised. */
export function readBoolean(text: string): boolean | undefined {
  if (!/^(?:[a-z]+|[A-Z]+|[A-Z][a-z]+)$/.test(text)) return undefined;
  return booleans.get(text.toLowerCase());
}

/** A number of 32 bits without sign: decimal, hexadecimal after `0x`, octal after `0`. */
export function readUnsigned(text: string): number | undefined {
  const match = /^\+?(?:0[xX]([0-9a-fA-F]+)|(0[0-7]*)|([1-9][0-9]*))[ \t\n\v\f\r]*$/.exec(text);
  if (match === null) return undefined;
  const [, hex, octal, decimal] = match;
  const value = hex ? Number.parseInt(hex, 16) : octal ? Number.parseInt(octal, 8) : Number(decimal);
  return value <= 0xffffffff ? value : undefined;
}
