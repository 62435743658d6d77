/**
 * A field or label that falcosidekick is to add to alerts stays away, or is always empty: an entry of
 * `CUSTOMFIELDS` or `TEMPLATEDFIELDS` that it cannot read, a template that looks for a map, a field that no
 * rule's output has.
 *
 * ## Why
 *
 * falcosidekick goes on silently or with a line in its log. Anyone who filters alerts by cluster, team or
 * namespace then finds nothing, and a route or query by that label never matches.
 *
 * ## Instead
 *
 * Separate name and value by one colon, entries by commas, and read a field with dots by `index`:
 * `team:{{ index . "k8s.ns.name" }}`.
 *
 * ## Notes
 *
 * In the variables an entry is one name and one value with a colon between them, and commas part the entries,
 * so that a value may contain neither; in the configuration file any value may. A value `%NAME` is that of a
 * variable of the container.
 *
 * A field counts as absent only where every rule that Falco loads is in the repository, and falco.yaml
 * appends nothing.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
