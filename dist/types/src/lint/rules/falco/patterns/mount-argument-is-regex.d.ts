/**
 * The brackets after `container.mount` hold a regular expression, not a glob.
 *
 * ## Why
 *
 * Until Falco 0.40 it was a glob over the whole path. The container plugin, which brings these fields since
 * 0.41, searches for it as a regular expression, anywhere in the path. `[/proc*]` is `/pro` and any number of
 * `c`, and finds `/srv/products`; a glob such as `[*.sock]` is not a regular expression, and the field never
 * has a value. Falco says nothing of either, so a rule changes its meaning with the update.
 *
 * ## Instead
 *
 * Write a regular expression, with anchors: `container.mount.dest[^/proc(/|$)] exists`.
 *
 * ## Notes
 *
 * Read in the source of the container plugin, 0.1.0 to 0.7.1. A number without sign and leading zero is an
 * index, from 0. The source field looks its argument up among the destinations, and all others look theirs up
 * among the sources, the paths of the host.
 */
declare const _default: import("../../../rule.js").LintRule;
export default _default;
