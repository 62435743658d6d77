/**
 * Invisible characters: those that Unicode lets programs leave out, among them every one that changes the direction of
 * reading, and the marks of annotations. Not those that make one picture of emoji.
 *
 * Source: Unicode Standard Annex 44, `Default_Ignorable_Code_Point`, and Unicode Technical Standard 51.
 */
export const hiddenCharacter =
  /[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB](?<!(?:[\p{Extended_Pictographic}\d#*])[\uFE0E\uFE0F])(?<!(?:[\p{Extended_Pictographic}\p{Emoji_Modifier}]|\uFE0F)\u200D(?=\p{Extended_Pictographic}))/gu;

/** How a character is written where it is to be seen: `\u200b`, and `\u{e0041}` above U+FFFF. */
export function escapeOf(character: string): string {
  const code = character.codePointAt(0)!.toString(16);
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, "0")}`;
}
