/**
 * A check with an empty list makes Falco crash when it is evaluated.
 *
 * ## Why
 *
 * Fields with a comparison of their own read the first value of the list without asking whether there is one:
 * `fd.net in ()`, and any of them with `oneof`, `anyof` or `allof` and an empty list. Often the list was
 * emptied by an override in another file, and the node has no Falco from the first matching event on.
 *
 * ## Instead
 *
 * Use fields that compare one end, which work with an empty list:
 * `(fd.cnet in (blocked_networks) or fd.snet in (blocked_networks))`.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd).
 */
declare const _default: import("../../../rule.js").LintRule;
export default _default;
