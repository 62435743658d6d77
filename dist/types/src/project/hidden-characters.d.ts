/**
 * Invisible characters: those that Unicode lets programs leave out, among them every one that changes the direction of
 * reading, and the marks of annotations. Not those that make one picture of emoji.
 *
 * Source: Unicode Standard Annex 44, `Default_Ignorable_Code_Point`, and Unicode Technical Standard 51.
 */
export declare const hiddenCharacter: RegExp;
/** How a character is written where it is to be seen: `\u200b`, and `\u{e0041}` above U+FFFF. */
export declare function escapeOf(character: string): string;
