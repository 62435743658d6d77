/**
 * An expression asks for a metric that neither Falco nor falcosidekick exports.
 *
 * ## Why
 *
 * Prometheus takes it, selects nothing, and the alert never fires. Which names there are changed often: units
 * went to the end, prefixes grew.
 *
 * ## Instead
 *
 * Use the name that Falco or falcosidekick exports: `falcosecurity_scap_n_drops_total`.
 *
 * ## Notes
 *
 * Held against the metrics of Falco 0.44 and falcosidekick, for names that begin with `falcosecurity_` and
 * their families. Names that recording rules of the repository make are known, and those of other plugins, of
 * kernel probes and of Falco Talon are not reported.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
