/**
 * A field that stands for all ancestors is used in a transformer.
 *
 * ## Why
 *
 * In a check of its own `proc.aname = x` is evaluated for each ancestor. Inside of a transformer there is one
 * text, with what all ancestors have and spaces between: `bash sshd systemd`.
 *
 * ## Instead
 *
 * Name one ancestor by its index: `concat(proc.aname[1], "-x") = "sshd-x"`.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd). Such transformers were added in Falco 0.44.
 */
declare const _default: import("../../../rule.js").LintRule;
export default _default;
