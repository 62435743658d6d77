/**
 * A rule does not restrict the event type, or can be true for no event at all. Falco's code:
 * `LOAD_NO_EVTTYPE`.
 *
 * ## Why
 *
 * Falco evaluates the condition on every event that the node produces, which costs more than all other rules
 * together and leads to dropped events. A condition that no event type satisfies never raises an alert.
 *
 * ## Instead
 *
 * Name the event types: `evt.type in (execve, execveat) and proc.name = bash`.
 *
 * ## Notes
 *
 * Where a rule really is about all events, `warn_evttypes: false` says so.
 */
declare const _default: import("../../../rule.js").LintRule & {
    readonly falcoCode: import("../../../../falco/index.js").FalcoCode;
};
export default _default;
