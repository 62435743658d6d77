/** A regular file of an archive. */
export interface ArchivedFile {
    /** As the archive names it, below the folder with the chart's name. */
    readonly name: string;
    readonly data: Uint8Array;
}
/** The files of a packed chart (`.tgz`); undefined where it is none, is broken or larger than a chart may be. */
export declare function readArchive(packed: Uint8Array): ArchivedFile[] | undefined;
