/**
 * Whether one of the paths is a prefix of a path by components. Empty components do not count; a component
 * with `*`, `?` or `[` is a glob. Once a component is found by name, the way is not looked for among the globs
 * beside it unless it leads nowhere.
 */
export declare function compilePathPrefixes(paths: readonly Uint8Array[]): (path: Uint8Array) => boolean;
