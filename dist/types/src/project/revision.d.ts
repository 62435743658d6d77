/** What reading a file gives: its text, nothing where there is none, or why it is not read, in words after "it is". */
export type FileRead = {
    readonly kind: "text";
    readonly content: string;
} | {
    readonly kind: "missing";
} | {
    readonly kind: "refused";
    readonly reason: string;
    /** Whether it holds no text, as what is encrypted. */
    readonly binary?: true;
};
/**
 * By path from the workspace root, the text of a file that differs, or its bytes where it is none that is read as text;
 * undefined where there is no such file.
 */
export type ChangedFiles = ReadonlyMap<string, string | Uint8Array | undefined>;
/** What another revision had otherwise than the files on disk. */
export interface EarlierFiles {
    readonly files: ChangedFiles;
    /** Whether these are all files of the revision, and not only those that differ. */
    readonly whole: boolean;
}
/** The largest file that is read, in bytes. */
export declare const maxFileBytes: number;
/** The files of one revision of a workspace, and the only way to them. */
export declare class Revision {
    #private;
    /** The workspace, as a real path. */
    readonly root: string;
    /** Undefined for the files on disk. */
    readonly earlier: EarlierFiles | undefined;
    constructor(root: string, earlier?: EarlierFiles);
    /**
     * Reads a file of the workspace. Links are followed within the workspace alone, and nothing but a regular file of
     * UTF-8 text is read.
     *
     * @param file absolute, or from the root
     */
    read(file: string, maxBytes?: number): FileRead;
    /**
     * The bytes of a regular file of the workspace, whatever it holds; undefined where there is none that may be read.
     *
     * @param file from the root
     */
    readBytes(file: string, maxBytes?: number): Uint8Array | undefined;
    /** Reads a file that the caller named, which may lie outside of the workspace. */
    readNamed(file: string, maxBytes?: number): FileRead;
    /** Whether the revision has a file or a folder at a path from the root. */
    has(relative: string): boolean;
    /** The path from the root, with `/`. */
    relative(file: string): string;
}
/** Reads a file that the caller named, wherever it is. */
export declare function readNamed(file: string, maxBytes?: number): FileRead;
/** Whether a path from a folder leads out of it. */
export declare function isOutside(relative: string): boolean;
