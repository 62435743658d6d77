/**
 * A number is too large for the field, or negative where the field has no sign.
 *
 * ## Why
 *
 * The engine cuts the number to the size of the field silently and compares with what is left: port 65979
 * means 443, `user.uid = 4294967296` means root, and `proc.vmsize < -1` holds for nearly every process.
 *
 * ## Instead
 *
 * Write the number that was meant.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd). `= -1` on a field without sign is not reported: all
 * bits set is how the kernel says "none", as in `user.loginuid`.
 */
declare const _default: import("../../../rule.js").LintRule;
export default _default;
