import picocolors from "picocolors";
import type { Fact, FieldDescription } from "../falco/index.ts";
import { padEnd, wrap } from "./columns.ts";
import { markdownText } from "./escape.ts";

/** Columns of the labels. */
const margin = 10;

/** A field's description for a terminal. */
export function fieldText(
  { name, meaning, usage, providers }: FieldDescription,
  { color, width }: { readonly color: boolean; readonly width: number },
): string {
  const { bold, cyan, dim } = picocolors.createColors(color);
  const line = ([label, fact]: Fact) =>
    wrap(fact, width - margin)
      .map(
        (part, index) =>
          dim(padEnd(index === 0 ? label : "", margin)) + (label === "example" ? cyan(part) : part),
      )
      .join("\n");
  const parts = [bold(name), ...(meaning === "" ? [] : [wrap(meaning, width).join("\n")])];
  if (usage.length > 0) parts.push(usage.map(line).join("\n"));
  parts.push(...providers.map((facts) => facts.map(line).join("\n")));
  return `${parts.join("\n\n")}\n`;
}

/** A field's description in Markdown, without its name. */
export function fieldMarkdown({ meaning, usage, providers }: FieldDescription): string {
  const code = (text: string) => (text.includes("`") ? markdownText(text) : `\`${text}\``);
  const said = usage.map(([label, fact]) => {
    if (label === "example") return `Example: ${code(fact)}`;
    return label === "on" ? `Only on: ${markdownText(fact)}` : markdownText(fact);
  });
  const facts = providers.map((provider) =>
    provider
      .map(([label, fact]) => `- ${label}: ${label === "operators" ? code(fact) : markdownText(fact)}`)
      .join("\n"),
  );
  return [markdownText(meaning), ...said, ...facts].filter((part) => part !== "").join("\n\n");
}
