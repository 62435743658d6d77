/**
 * A path with `*` is compared by `=`, `!=`, `in`, `startswith` or `endswith`.
 *
 * ## Why
 *
 * Only `glob`, `iglob` and `pmatch` know wildcards. Elsewhere the star is a star, which hardly any path has,
 * so the check never matches.
 *
 * ## Instead
 *
 * Use `glob` for a pattern and `pmatch` for folders: `fd.name pmatch (/etc, /root/.ssh)`.
 */
declare const _default: import("../../../rule.js").LintRule;
export default _default;
