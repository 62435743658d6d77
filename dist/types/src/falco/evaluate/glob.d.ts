/**
 * Compiles a glob as the C library's `fnmatch` reads it without flags in the C locale: bytes, whole value, `*` and
 * `?` also for `/` and a leading dot, `[a-z]`, `[!a]`, `[[:alpha:]]`, a backslash before what stands for itself.
 * The pattern holds no NUL.
 */
export declare function compileGlob(pattern: Uint8Array, ignoreCase?: boolean): (text: Uint8Array) => boolean;
