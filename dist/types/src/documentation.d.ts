/** The Markdown of a page below `docs`; undefined where the program was installed without its pages. */
export declare function readPage(file: string): string | undefined;
/**
 * A file of the reference policies, by its path below `policies`.
 *
 * @throws UsageError where the program was installed without them
 */
export declare function readPolicy(file: string): string;
/**
 * The files in a folder of the reference policies and below it, as paths from `policies`, in order.
 *
 * @throws UsageError where the program was installed without them
 */
export declare function policiesIn(folder: string): string[];
