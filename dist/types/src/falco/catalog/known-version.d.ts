/**
 * The version of Falco that was asked for.
 *
 * @throws UsageError for one that there is not
 */
export declare function knownVersion(falcoVersion: string): string;
