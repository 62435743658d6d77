/**
 * Alerts leave the cluster, or Falco's namespace, over plain HTTP.
 *
 * ## Why
 *
 * Alerts name users, commands, files and addresses. On the way they can be read, and changed or dropped by
 * anyone who does not want to be seen.
 *
 * ## Instead
 *
 * Use HTTPS, with the certificate of the authority in `ca_cert`.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
