// Character classes of the condition language, by UTF-16 code; Falco's lexer defines them in ASCII.

export function isLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

export function isLetterOrDigit(code: number): boolean {
  return isLetter(code) || isDigit(code);
}

export function isWordCharacter(code: number): boolean {
  return isLetterOrDigit(code) || code === 0x5f;
}

export function isQuote(code: number): boolean {
  return code === 0x22 || code === 0x27;
}

/** Blank between tokens. */
export function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x08 || code === 0x0d || code === 0x0a;
}

/** Blank that ends a bare word. */
export function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}

export function isArgumentCharacter(code: number): boolean {
  return !isSpace(code) && !isQuote(code) && code !== 0x5b && code !== 0x5d;
}

export function isBareCharacter(code: number): boolean {
  return !isSpace(code) && !isQuote(code) && code !== 0x28 && code !== 0x29 && code !== 0x3d && code !== 0x2c;
}
