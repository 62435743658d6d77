import type { Condition } from "../../../../falco/index.ts";
import { rulesArtifacts, upstreamRules } from "../../../../stack/index.ts";
import { falcoCodeRule } from "../../../falco-code.ts";

export default falcoCodeRule(
  "falco/no-evttype",
  "LOAD_NO_EVTTYPE",
  "warning",
  "A rule listens to every event, which costs on each of them",
  undefined,
  ({ result }, { itemName }) => {
    const rule = result.rules.find(({ name }) => name === itemName);
    return rule?.resolved !== undefined && isBounded(rule.resolved);
  },
);

/** Whether a macro of published rules that are not at hand leaves a condition few kinds of events. */
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
