/**
 * A file that falcoverage would use is not valid YAML.
 *
 * ## Why
 *
 * Nothing in it can be trusted: Kubernetes refuses it, and what it maps or deploys does not exist.
 *
 * ## Instead
 *
 * Correct the YAML at the place that the message names.
 *
 * ## Notes
 *
 * Rules files are read as Falco reads them; their errors are reported as `falco/yaml-parse`. Manifests are
 * held against the library that Kubernetes reads them with, which takes more than YAML 1.2 by the letter: a
 * quoted text or a list in brackets may go on in a line that is not indented.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
