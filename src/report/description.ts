import picocolors from "picocolors";
import type { Description } from "../falco/index.ts";
import { wrap } from "./columns.ts";
import { visible } from "./escape.ts";

/** Falco's description of rules files, for people. */
export function descriptionText(
  description: Description,
  { color, width }: { readonly color: boolean; readonly width: number },
): string {
  const colors = picocolors.createColors(color);
  const lines: string[] = [];
  const row = (label: string, content: string) => {
    if (content === "") return;
    const lead = `  ${label.padEnd(11)}`;
    for (const [i, line] of wrap(visible(content), Math.max(30, width - lead.length)).entries()) {
      lines.push((i === 0 ? colors.dim(lead) : " ".repeat(lead.length)) + line);
    }
  };
  const section = (kind: string, name: string, note = "") =>
    lines.push(`${colors.bold(`${kind} ${visible(name)}`)}${note === "" ? "" : colors.dim(`  ${note}`)}`);

  for (const { info, details } of description.rules) {
    section("rule", info.name, `${info.priority}, ${info.source}${info.enabled ? "" : ", disabled"}`);
    row("condition", details.condition_compiled);
    row("events", eventsText(details.events));
    row("fields", details.condition_fields.join(", "));
    row("operators", details.condition_operators.join(", "));
    row("exceptions", details.exception_names.join(", "));
    row("output", details.output_compiled);
    row("macros", details.macros.join(", "));
    row("lists", details.lists.join(", "));
    row("tags", info.tags.join(", "));
    lines.push("");
  }
  for (const { info, details } of description.macros) {
    section("macro", info.name, details.used ? "" : "not used");
    row("condition", details.condition_compiled);
    row("events", eventsText(details.events));
    lines.push("");
  }
  for (const { info, details } of description.lists) {
    section("list", info.name, details.used ? "" : "not used");
    row("items", details.items_compiled.join(", "));
    lines.push("");
  }
  return lines.join("\n");
}

const eventsShown = 20;

function eventsText(events: readonly string[]): string {
  if (events.length <= eventsShown) return events.join(", ");
  return `${events.slice(0, eventsShown).join(", ")} and ${events.length - eventsShown} more`;
}
