import { describeField, fieldNames } from "../../src/falco/index.ts";
import { fieldMarkdown } from "../../src/report/field-text.ts";
import { escaped, type Page } from "./page.ts";

/** A page for each first word of fields, and one with all of them. */
export async function fieldPages(): Promise<Page[]> {
  const groups = new Map<string, string[]>();
  for (const name of fieldNames().sort()) {
    const group = name.split(".")[0]!;
    groups.set(group, [...(groups.get(group) ?? []), name]);
  }
  const pages = await Promise.all(
    [...groups].map(
      async ([group, names]): Promise<Page> => ({
        path: `fields/${group}.md`,
        section: "Fields",
        title: `${group} fields`,
        markdown: [`# Fields of ${escaped(group)}`, ...(await Promise.all(names.map(fieldText)))].join(
          "\n\n",
        ),
      }),
    ),
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

async function fieldText(name: string): Promise<string> {
  return `## ${escaped(name)}\n\n${fieldMarkdown((await describeField(name))!)}`;
}
