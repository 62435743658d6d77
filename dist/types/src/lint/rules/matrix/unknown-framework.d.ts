/**
 * The matrix names a framework that does not exist, or has controls of one that it does not list under
 * `frameworks`.
 *
 * ## Why
 *
 * Coverage is worked out for the frameworks that are listed. The controls of any other are not counted,
 * however many rules they have.
 *
 * ## Instead
 *
 * Correct the id of the framework, or list it under `frameworks`.
 *
 * ## Notes
 *
 * The frameworks that come with falcoverage are `soc2`, `hipaa`, `pci-dss`, `gdpr`, `fedramp` and `iso27001`.
 * One of your own is a YAML file with `framework:` and `controls:`.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
