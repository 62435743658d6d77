import { byId, counted, element } from "./dom.ts";
import type { Answer, CompiledItem } from "./protocol.ts";

const eventsShown = 6;

/** The conditions as the engine compiles them, with the events that they can match. */
export function showCompiled({ items }: Answer): void {
  byId("panel-compiled").replaceChildren(
    element(
      "p",
      { class: "panel-head" },
      items.length === 0
        ? "There is no rule and no macro."
        : "Macros, lists, overrides and exceptions are worked in.",
    ),
    ...items.map(section),
  );
}

function section(item: CompiledItem): HTMLElement {
  const facts = [
    item.kind,
    item.file,
    ...(item.source === undefined ? [] : [item.source]),
    ...(item.enabled === false ? ["disabled"] : []),
    ...(item.events === undefined ? [] : [eventsOf(item.events)]),
  ];
  return element(
    "section",
    { class: "compiled" },
    element("h2", {}, item.name),
    element("p", { class: "meta" }, facts.join(" · ")),
    item.compiled === undefined
      ? element(
          "p",
          { class: "help" },
          "It does not compile, or names something that none of these files defines.",
        )
      : element("pre", { tabindex: 0, "aria-label": `Compiled condition of ${item.name}` }, item.compiled),
  );
}

function eventsOf(events: readonly string[]): string {
  if (events.length <= eventsShown) return events.length === 0 ? "no event" : `events: ${events.join(", ")}`;
  return `${counted(events.length, "event type")}: ${events.slice(0, eventsShown).join(", ")} …`;
}
