import { escaped, type Page } from "./page.ts";
import type { Act, Policies, Signal } from "./policies.ts";

/** A page for each signal with its reference events and the controls that ask for it; `signals.md` leads to them. */
export function signalPages(policies: Policies): Page[] {
  const { signals } = policies.vocabulary;
  const index: Page = {
    path: "signals/README.md",
    section: "Signals",
    title: "Signals",
    markdown: [
      "# Signals",
      "Kinds of events that show a breach of controls. What they are for is said in [signals and reference events](../signals.md).",
      [
        "| signal | what it is |",
        "| --- | --- |",
        ...signals.map(({ id, definition }) => `| [${id}](${id}.md) | ${escaped(definition)} |`),
      ].join("\n"),
    ].join("\n\n"),
  };
  return [index, ...signals.map((signal) => signalPage(signal, policies))];
}

function signalPage({ id, definition, sources, rules }: Signal, { frameworks, corpora }: Policies): Page {
  const corpus = corpora.get(id);
  const asking = frameworks.flatMap(({ framework, controls }) => {
    const own = controls.filter(({ signals }) => signals?.includes(id));
    return own.length === 0
      ? []
      : [
          `- [${escaped(framework.name)}](../controls/${framework.id}.md): ${own.map((control) => escaped(control.id)).join(", ")}`,
        ];
  });
  return {
    path: `signals/${id}.md`,
    section: "Signals",
    title: id,
    markdown: [
      `# ${id}`,
      escaped(definition),
      `Seen in events of: ${sources.map((source) => `\`${source}\``).join(", ")}.`,
      ...(rules.length === 0
        ? []
        : [`Rules of the Falco project, as examples: ${rules.map(escaped).join("; ")}.`]),
      ...(corpus === undefined
        ? []
        : [
            "## Attacks",
            list(corpus.attacks),
            "## Everyday events that look like one",
            list(corpus.everyday),
          ]),
      ...(asking.length === 0 ? [] : ["## Controls that ask for it", asking.join("\n")]),
    ].join("\n\n"),
  };
}

function list(acts: readonly Act[]): string {
  return acts
    .map(({ name, technique }) => `- ${escaped(name)}${technique === undefined ? "" : ` (${technique})`}`)
    .join("\n");
}
