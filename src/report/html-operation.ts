import { html as h, type Markup, prose } from "./markup.ts";
import { operationLimitation, operationSentence, readSentences, shownSentence } from "./operation.ts";
import type { Report } from "./report.ts";

/** What records of a period say of nodes and rules. */
export function operationSection(report: Report): Markup | null {
  const { operation } = report;
  if (operation === undefined) return null;
  const sentences = [
    ...readSentences(operation),
    ...operation.alerts.problems,
    ...operation.metrics.problems,
  ];
  const list = (items: readonly string[]) =>
    h`<ul class="plain">${items.map((item) => h`<li>${prose(item)}</li>`)}</ul>`;
  const nodes = operation.nodes.map(
    (node) =>
      h`<tr><th scope="row">${node.name}</th><td>${node.existed === null ? "not known" : `${node.existed}%`}</td><td>${node.answered}%</td><td>${node.dropped === null ? "not known" : `${node.dropped} of ${node.events ?? "?"}`}</td><td>${node.versions.join(", ")}</td></tr>\n`,
  );
  const rules = operation.rules.map(
    (rule) =>
      h`<tr><th scope="row">${rule.name}</th><td class="${rule.operated ? "good" : "bad"}">${rule.operated ? "operated" : "not shown"}</td><td>${prose(rule.operated ? shownSentence(rule) : (rule.gap ?? ""))}</td></tr>\n`,
  );
  return h`<section aria-labelledby="operation" data-group><h2 id="operation">Operation from ${operation.period.from} to ${operation.period.to}</h2>
<p>${operationSentence(report, operation)} ${operationLimitation}</p>
${list(sentences)}
${operation.exceptions.length === 0 ? null : h`<h3>Exceptions</h3>${list(operation.exceptions)}`}
<div class="wrap"><table class="stack"><thead><tr><th scope="col">Node</th><th scope="col">Existed</th><th scope="col">Falco answered</th><th scope="col">Dropped events</th><th scope="col">Falco</th></tr></thead>
<tbody>${nodes}</tbody></table></div>
<div class="wrap"><table class="stack"><thead><tr><th scope="col">Rule</th><th scope="col">Operation</th><th scope="col">Why</th></tr></thead>
<tbody>${rules}</tbody></table></div></section>`;
}
