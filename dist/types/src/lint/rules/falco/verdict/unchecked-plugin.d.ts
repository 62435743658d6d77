/**
 * Rules are for the events of a plugin, or use its fields, and the plugin is not one that falcoverage knows.
 *
 * ## Why
 *
 * What Falco says of these rules depends on the plugin. They were not checked, and no control is covered by them.
 *
 * ## Instead
 *
 * Where the plugin's code is in the repository (Go, Rust, C or C++), its fields are read there. Otherwise describe
 * them in the configuration under `fields`, or in a table of a Markdown page as the plugin SDKs print it, with a
 * name and a type in each row:
 *
 * ```
 * | NAME        | TYPE     | ARG  | DESCRIPTION          |
 * | `acme.user` | `string` | None | The name of the user |
 * ```
 *
 * ## Notes
 *
 * It is reported once for each event source and for each namespace of fields.
 */
import type { LintRule } from "../../../rule.js";
declare const rule: LintRule;
export default rule;
