/** What belongs to each version of Falco, as a table in Markdown. Versions that are not released are left out. */
export declare function versionTable(): string;
