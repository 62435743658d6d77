/**
 * The newest of the versions that a range of Helm allows: `1.2.3`, `1.2`, `1.x`, `^1.2.0`, `~1.2.0`, `~> 1.2`,
 * `>=1.2.0 <2.0.0`, `1.2 - 1.4`, and several with `||` between them. Undefined for any other text, and where none fits.
 *
 * @param versions full versions, from the oldest to the newest
 */
export declare function newestIn(range: string, versions: readonly string[]): string | undefined;
