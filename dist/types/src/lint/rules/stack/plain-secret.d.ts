/**
 * A webhook address, routing key, token or password is in the repository in plain text.
 *
 * ## Why
 *
 * Everybody who can read the repository, its forks and its history has it. With a webhook address anybody can
 * post false alerts, or drown true ones.
 *
 * ## Instead
 *
 * Take the value from a Secret with `secretKeyRef`.
 *
 * ## Notes
 *
 * Found by shape, and in falcosidekick's settings by name. The message never repeats the value.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
