import { escaped, type Page } from "./page.ts";
import type { Control, Framework, Policies, Vocabulary } from "./policies.ts";

/** A page for each framework with all of its controls, and one that leads to them. */
export function controlPages({ frameworks, vocabulary }: Policies): Page[] {
  const rows = frameworks.map(({ framework: { id, name, version }, controls }) => {
    const own = controls.filter(({ group }) => group !== true);
    const of = (runtime: Control["runtime"]) => own.filter((control) => control.runtime === runtime).length;
    return `| [${escaped(name)}](${id}.md) | ${escaped(version)} | ${own.length} | ${of("detect")} | ${of("partial")} | ${of("support")} | ${of("none")} |`;
  });
  const index: Page = {
    path: "controls/README.md",
    section: "Controls",
    title: "Controls",
    markdown: [
      "# Controls",
      "What a runtime detector can see of each control (`detect`), which part (`partial`), where the monitoring itself is the evidence (`support`), and where there is nothing to see (`none`). See [effective coverage](../coverage.md).",
      [
        "| framework | version | controls | detect | partial | support | none |",
        "| --- | --- | --- | --- | --- | --- | --- |",
        ...rows,
      ].join("\n"),
    ].join("\n\n"),
  };
  return [index, ...frameworks.map((framework) => frameworkPage(framework, vocabulary))];
}

function frameworkPage({ framework, controls }: Framework, vocabulary: Vocabulary): Page {
  const { id, name, title, version, publisher, url, titles } = framework;
  return {
    path: `controls/${id}.md`,
    section: "Controls",
    title: name,
    markdown: [
      `# ${escaped(title ?? name)}`,
      `Version ${escaped(version)}, published by [${escaped(publisher)}](${url}). Titles: ${escaped(titles)}. What can be seen is our judgement, not an auditor's.`,
      ...controls.map((control) => controlText(control, vocabulary)),
    ].join("\n\n"),
  };
}

function controlText(control: Control, vocabulary: Vocabulary): string {
  const { id, title, group, runtime, why, part, shows, does_not_show: hidden } = control;
  const head = `${group === true ? "##" : "###"} ${escaped(`${id} ${title}`)}`;
  if (group === true) return head;
  const reason = vocabulary.none_reasons.find((one) => one.id === control.reason)?.definition;
  const facts = [
    ["class", `\`${runtime}\`${part === undefined ? "" : `: ${escaped(part)}`}`],
    ["why", shownText(why ?? reason)],
    ["shows", shownText(shows)],
    ["does not show", shownText(hidden)],
    ["signals", control.signals?.map((signal) => `[${signal}](../signals/${signal}.md)`).join(", ")],
    ["properties", control.properties?.map((property) => definitionOf(property, vocabulary)).join(" ")],
  ];
  const rows = facts.flatMap(([label, fact]) => {
    if (fact === undefined || fact === "") return [];
    return [`- ${label}: ${fact}`];
  });
  return [head, "", ...rows].join("\n");
}

function shownText(text: string | undefined): string | undefined {
  return text && escaped(text);
}

function definitionOf(id: string, { properties }: Vocabulary): string {
  return escaped(properties.find((property) => property.id === id)?.definition ?? id);
}
