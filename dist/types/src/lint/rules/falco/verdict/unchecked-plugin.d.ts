/**
 * Rules are for the events of a plugin, or use its fields, and the plugin is not one that falcoverage knows.
 *
 * ## Why
 *
 * What Falco says of these rules depends on the plugin. They were not checked, and no control is covered by them.
 *
 * ## Instead
 *
 * Describe the fields of the plugin, in the configuration under `fields`, or in a table of a Markdown page of the
 * repository as the plugin SDKs print it, with a name and a type in each row:
 *
 * ```
 * | NAME        | TYPE     | ARG  | DESCRIPTION          |
 * | `acme.user` | `string` | None | The name of the user |
 * ```
 *
 * ## Notes
 *
 * It is said once for each event source and for each first word of fields.
 */
import type { LintRule } from "../../../rule.js";
declare const rule: LintRule;
export default rule;
