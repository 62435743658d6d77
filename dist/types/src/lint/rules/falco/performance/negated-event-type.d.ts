/**
 * All that a rule says of the event type is what it is not.
 *
 * ## Why
 *
 * Then the rule is about every other kind of event, and Falco evaluates it on each of them. That is more work
 * than all other rules together, and events are dropped under load.
 *
 * ## Instead
 *
 * Name the event types that the rule is about: `evt.type in (openat, connect)`.
 *
 * ## Notes
 *
 * Where a rule really is about all events, `warn_evttypes: false` says so.
 */
import type { LintRule } from "../../../rule.js";
declare const rule: LintRule;
export default rule;
