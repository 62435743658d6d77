/**
 * The Falco pod lacks /proc (or /etc) of the node at the place where Falco looks for it.
 *
 * ## Why
 *
 * Falco reads the processes that run already from the node's /proc, below the directory that `HOST_ROOT`
 * names (`/host` in the image). Without it Falco does not start, or knows the processes of its own container
 * alone. /etc has the names of users and groups.
 *
 * ## Instead
 *
 * Mount /proc and /etc of the node below the directory that `HOST_ROOT` names.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
