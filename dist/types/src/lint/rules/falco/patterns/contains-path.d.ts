/**
 * `contains` looks for a path that begins at the root: `/etc/shadow`, `/root/`.
 *
 * ## Why
 *
 * It finds the path anywhere, so that copies and chroots elsewhere raise the alert, and it costs more than to
 * look at the beginning.
 *
 * ## Instead
 *
 * Look at the beginning of the path: `fd.name startswith /etc/shadow`.
 *
 * ## Notes
 *
 * Paths without the root, as in `contains /.ssh/`, are not reported. Where the host's files are mounted into
 * containers and both are meant, write both: `fd.name startswith /etc or fd.name startswith /host/etc`.
 */
declare const _default: import("../../../rule.js").LintRule;
export default _default;
