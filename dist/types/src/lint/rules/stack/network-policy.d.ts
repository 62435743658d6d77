/**
 * A network policy keeps the Falco pods from the port of the receiver of their alerts.
 *
 * ## Why
 *
 * Every alert runs into a timeout. The policies that select a pod add up: it is reached when one of them lets
 * the other pod through.
 *
 * ## Instead
 *
 * Select the labels that the Falco pods have.
 *
 * ## Notes
 *
 * Blocks of addresses (`ipBlock`) that may hold the pods' network are taken to let them through.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
