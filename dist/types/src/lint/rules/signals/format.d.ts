/**
 * A file of reference events does not follow its format, or an event in it cannot have happened: a call with the
 * argument of another, an image on a host, a field that does not exist.
 *
 * ## Why
 *
 * Nothing of the file counts, so the breadth of the controls is measured without it. An event that no kernel gives says nothing of
 * the rules that fire on it.
 *
 * ## Instead
 *
 * Correct what the message names. `falcoverage explain SIGNAL` shows the events of a signal.
 *
 * ## Notes
 *
 * The format is in `schemas/signal.schema.json`, the arguments of each call in the event table of Falco's libraries.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
