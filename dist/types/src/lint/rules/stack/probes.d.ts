/**
 * Falco's container has no liveness probe, or a probe asks for a port or a path at which Falco does not
 * answer.
 *
 * ## Why
 *
 * A Falco that hangs looks alive and reports nothing. A probe that asks the wrong place has Kubernetes
 * restart a Falco that works, again and again.
 *
 * ## Instead
 *
 * Ask for `/healthz` at the port of the web server, 8765 by default.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
