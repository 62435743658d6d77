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

import type { Condition } from "../../../../falco/index.ts";
import { rulesArtifacts, upstreamRules } from "../../../../stack/index.ts";
import { falcoCodeRule } from "../../../falco-code.ts";

export default falcoCodeRule({
  id: "falco/no-evttype",
  code: "LOAD_NO_EVTTYPE",
  severity: "warning",
  summary: "A rule listens to every event, which costs on each of them",
  isUnsure({ definitions }, { itemName }) {
    const rule = definitions.get(itemName);
    return rule?.resolved !== undefined && isBounded(rule.resolved);
  },
});

/** Whether a macro of published rules that are not available leaves a condition few kinds of events. */
function isBounded(condition: Condition): boolean {
  switch (condition.kind) {
    case "and":
      return condition.children.some(isBounded);
    case "or":
      return condition.children.every(isBounded);
    case "macro":
      return condition.condition === undefined
        ? boundingMacros().has(condition.name)
        : isBounded(condition.condition);
    case "comparison":
      return (
        condition.left.kind === "field" &&
        condition.left.name === "evt.type" &&
        ["=", "==", "in"].includes(condition.operator)
      );
    default:
      return false;
  }
}

let known: ReadonlySet<string> | undefined;

/** Names of the macros that name the events that they are about, wherever they are published. */
function boundingMacros(): ReadonlySet<string> {
  if (known === undefined) {
    const macros = [...rulesArtifacts.keys()].flatMap(
      (artifact) => upstreamRules(artifact, "latest")?.macros ?? [],
    );
    const free = new Set(macros.filter(({ events }) => events === undefined).map(({ name }) => name));
    known = new Set(macros.map(({ name }) => name).filter((name) => !free.has(name)));
  }
  return known;
}
