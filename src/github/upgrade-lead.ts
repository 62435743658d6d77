import { severities } from "../lint/index.ts";
import { markdownText, type Report } from "../report/index.ts";
import type { VersionChange } from "../upgrade/index.ts";

/** Findings that are named; the others are in the report below. */
const maxShown = 10;

/** What a change of versions brings, to lead a comment with: that is what its reader has to decide about. Empty without one. */
export function upgradeLead({ difference, findings }: Report, changes: readonly VersionChange[]): string {
  if (difference === undefined || changes.length === 0) return "";
  const raised = changes.map(({ deployment, what, from, to }) => `${what} ${from} to ${to} (${deployment})`);
  const added = new Set(difference.findings.added);
  const news = findings.filter(({ fingerprint }) => added.has(fingerprint));
  const ordered = severities.flatMap((severity) => news.filter((finding) => finding.severity === severity));
  const lost = difference.controls.filter(({ kind }) => kind === "lost").length;
  const verdict = [
    news.length === 0 ? "It brings no new finding" : `It brings ${count(news.length, "new finding")}`,
    lost === 0 ? "costs no control." : `costs ${count(lost, "control")}.`,
  ].join(" and ");
  const lines = ordered
    .slice(0, maxShown)
    .map(
      ({ severity, message, file, line }) =>
        `- ${severity}, ${markdownText(`${file}:${line}`)}: ${markdownText(message)}`,
    );
  const more =
    ordered.length > maxShown ? [`- ${count(ordered.length - maxShown, "more finding")} below`] : [];
  const fixes = news.filter(({ fix }) => fix?.safe === true).length;
  const mend = fixes === 0 ? [] : ["", `\`falcoverage check --fix\` mends ${fixes} of them.`];
  return [
    "### Upgrade: ",
    markdownText(raised.join(", ")),
    "\n\n",
    [verdict, "", ...lines, ...more, ...mend].join("\n"),
    "\n\n",
  ].join("");
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
