/**
 * Looks up a version of Falco that the user chose.
 *
 * @throws UsageError for one that does not exist
 */
export declare function knownVersion(falcoVersion: string): string;
