/** A secret in a text, by its shape. The value itself is not kept, so that nothing can print it. */
export interface SecretShape {
    /** What it is, for people. */
    readonly what: string;
    readonly start: number;
    readonly end: number;
}
export declare function secretsIn(text: string): SecretShape[];
/** Whether a setting of falcosidekick is one that only its owner should know. */
export declare function isSecretSetting(key: string): boolean;
/**
 * The text with secrets made unreadable, each character by a star, so that locations stay where they are: for
 * reports that quote files.
 */
export declare function maskSecrets(text: string): string;
