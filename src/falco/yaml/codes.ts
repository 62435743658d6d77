// Codes of the characters with a meaning in YAML.

const code = (character: string) => character.charCodeAt(0);
export const [percent, openBracket, closeBracket, openBrace, closeBrace] = ["%", "[", "]", "{", "}"].map(
  code,
);
export const [comma, dash, colon, question, star, ampersand] = [",", "-", ":", "?", "*", "&"].map(code);
export const [exclamation, pipe, greater, hash, single, double] = ["!", "|", ">", "#", "'", '"'].map(code);
export const dot = code(".");

/** Characters that a plain scalar cannot start with. */
export const indicators = new Set([..."[]{}#&*!|>'\"%@`,"].map(code));
export const flowEnds = new Set([...",]}"].map(code));
export const flowPlainEnds = new Set([...",?[]{}"].map(code));
export const anchorStops = new Set([..."[]{},"].map(code));
export const anchorEnds = new Set([..."?:,]}%@`"].map(code));
