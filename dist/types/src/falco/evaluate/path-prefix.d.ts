/**
 * Compiles a test whether one of the paths is a prefix of a path, component by component. Empty components do not
 * count; a component with `*`, `?` or `[` is a glob. Globs are tried only where the component of that name does not
 * lead to a match.
 */
export declare function compilePathPrefixes(paths: readonly Uint8Array[]): (path: Uint8Array) => boolean;
