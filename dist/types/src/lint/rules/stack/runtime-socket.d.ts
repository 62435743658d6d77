/**
 * The Falco pod mounts no socket of a container runtime.
 *
 * ## Why
 *
 * Names of containers, images and pods come from the runtime's socket. Without it, alerts carry a container
 * id and nothing that a responder can look up, and rules that compare images or pods never match.
 *
 * ## Instead
 *
 * Mount the socket of the node's runtime below `/host`: `/host/run/containerd`.
 *
 * ## Notes
 *
 * The sockets looked for are those of the container plugin's settings, or its usual ones.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
