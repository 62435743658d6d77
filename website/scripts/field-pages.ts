import { explainField, fieldFacts, fieldNames } from "../../src/falco/index.ts";
import { escaped, type Page } from "./page.ts";

/** A page for each first word of fields, and one with all of them. */
export function fieldPages(): Page[] {
  const groups = new Map<string, string[]>();
  for (const name of fieldNames().sort()) {
    const group = name.split(".")[0]!;
    groups.set(group, [...(groups.get(group) ?? []), name]);
  }
  const pages = [...groups].map(
    ([group, names]): Page => ({
      path: `fields/${group}.md`,
      section: "Fields",
      title: `${group} fields`,
      markdown: [`# Fields of ${escaped(group)}`, ...names.map(fieldText)].join("\n\n"),
    }),
  );
  const rows = [...groups].map(
    ([group, names]) =>
      `| [${escaped(group)}](${group}.md) | ${names.length} | ${names
        .slice(0, 4)
        .map((name) => `\`${name}\``)
        .join(", ")} |`,
  );
  const index: Page = {
    path: "fields/README.md",
    section: "Fields",
    title: "Fields",
    markdown: [
      "# Fields",
      "The fields that conditions and outputs can name, of Falco's engine and of the plugins that are known, with the versions that have them. `falcoverage explain FIELD` prints the same.",
      ["| fields | number | such as |", "| --- | --- | --- |", ...rows].join("\n"),
    ].join("\n\n"),
  };
  return [index, ...pages];
}

function fieldText(name: string): string {
  const { fields, lastVersion } = explainField(name)!;
  const facts = fields.map((field) =>
    fieldFacts(field, lastVersion)
      .map(([label, fact]) => `- ${label}: ${escaped(fact)}`)
      .join("\n"),
  );
  return [`## ${escaped(name)}`, ...facts].join("\n\n");
}
