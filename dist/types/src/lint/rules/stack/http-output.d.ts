/**
 * `http_output` sends alerts to an address where nothing takes them: a Service that does not exist or is in
 * another namespace, a port that it does not have, a selector that matches no pod, an address that is none.
 *
 * ## Why
 *
 * Falco logs the failure on the node and goes on. Nobody gets an alert, and nobody notices.
 *
 * ## Instead
 *
 * Write the address and the port of a Service that exists and selects pods.
 *
 * ## Notes
 *
 * A release of falcosidekick that a page of the repository installs with `helm` is not reported. A Service that is
 * made by other means is stated in the configuration:
 * `assume: {services: [monitoring/falcosidekick]}`. Until then it is a warning.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
