import { ladderOf, type Rung } from "../compliance/index.ts";
import { html as h, type Markup } from "./markup.ts";
import type { Report } from "./report.ts";

const rungMeanings: Readonly<Record<Rung, string>> = {
  mapped: "A rule is named for the control, in the matrix or by the rule's own tags.",
  valid:
    "The rule exists, Falco loads it without an error, and it fires on a reference attack of what the control asks for.",
  enabled: "It is enabled after overrides and rule selection, for an event source that is deployed.",
  deployed: "It is in a rules file that a Falco pod mounts and loads.",
  routed: "Its priority passes Falco's threshold, and an output that is set up receives its alerts.",
  proven:
    "Its tests pass, and the control's rules together detect enough of the reference attacks that the control asks for.",
  operating:
    "Records of a period show that the nodes ran these very rules, and that an alert or a drill of each arrived.",
};

/** The words of the report, for those who read nothing else of the product. */
const words: readonly (readonly [string, string])[] = [
  [
    "Falco, rule",
    "Falco watches system calls and audit logs as they happen; a rule says on what it raises an alert.",
  ],
  ["deployment", "One Falco as the manifests among the files set it up, with the rules files that it loads."],
  [
    "falcosidekick",
    "A program that takes alerts from Falco and passes them on, such as to Slack or PagerDuty.",
  ],
  ["detector", "A rule, as far as a deployment runs it."],
  ["signal", "A kind of event that shows a breach of controls, such as a shell in a container."],
  [
    "reference attack, everyday event",
    "Recorded or written events that come with the program: of a signal, and of ordinary work that must not be taken for it.",
  ],
  ["near miss", "An event of a rule test on which the rule has to stay silent."],
  [
    "assumed",
    "The repository does not show it, such as the content of a Secret, and it is taken to be as usual.",
  ],
  ["page", "An alert that calls people at once."],
  ["ATT&CK", "MITRE's catalog of what attackers do; its technique ids begin with T."],
];

/** What rungs and words mean, and what is counted. */
export function legend({ coverage }: Report): Markup {
  return h`<section aria-labelledby="legend"><h2 id="legend">How to read this</h2>
<p>A control climbs a ladder; a rung holds only if all rungs below it hold. It counts as covered from the rung <b>${coverage.level}</b> on. Shares are rounded down, so 99.6% is not 100%.</p>
<dl class="rungs">${ladderOf(coverage.level).map((rung) => h`<dt>${rung}</dt><dd>${rungMeanings[rung]}</dd>`)}</dl>
<h3>Words</h3>
<dl class="rungs">${words.map(([word, meaning]) => h`<dt>${word}</dt><dd>${meaning}</dd>`)}</dl>
<h3>What is counted</h3>
<p>Only controls that a runtime detector can see are in the coverage share. Controls that the monitoring itself covers, such as log keeping and alert routing, are counted apart. Controls that nothing which runs can show are listed with the reason and never counted. A rule that detects a breach of a control is always partial evidence for it.</p></section>`;
}
