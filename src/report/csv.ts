import { blockerLocation, blockerText, statusOf } from "./controls.ts";
import { csvCell } from "./escape.ts";
import type { Format } from "./report.ts";

const head = [
  "framework",
  "version",
  "baseline",
  "control",
  "title",
  "runtime",
  "status",
  "rung",
  "counted",
  "rules",
  "obstacle",
  "place",
  "why",
  "breadth",
  "missed",
];

/** Every control of every framework, one row each, for spreadsheets (RFC 4180, with the columns named). */
export const csv: Format = (report) => {
  const rows = report.coverage.frameworks.flatMap((framework) =>
    framework.controls.map((control) => [
      framework.id,
      framework.version,
      framework.baseline ?? "",
      control.id,
      control.title,
      control.runtime,
      statusOf(control),
      control.rung ?? "",
      control.counted && control.outOfScope === null ? "yes" : "no",
      control.rules
        .map((rule) => (rule.rung === null ? `${rule.name} (missing)` : `${rule.name} (${rule.rung})`))
        .join("; "),
      control.outOfScope ?? blockerText(control) ?? "",
      blockerLocation(control.blockedBy) ?? "",
      control.why,
      percentOf(control.breadth?.percent),
      (control.signals ?? []).flatMap(({ id, missed }) => missed.map((name) => `${id}: ${name}`)).join("; "),
    ]),
  );
  return [head, ...rows].map((row) => `${row.map(csvCell).join(",")}\r\n`).join("");
};

function percentOf(percent: number | null | undefined): string {
  return percent === null || percent === undefined ? "" : `${percent}%`;
}
