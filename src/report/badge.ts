import type { RungCounts } from "../compliance/index.ts";
import { UsageError } from "../project/index.ts";
import { percentText } from "./controls.ts";
import { jsonText, visible } from "./escape.ts";
import type { Report } from "./report.ts";

interface Badge {
  readonly label: string;
  readonly message: string;
  readonly color: string;
}

/** Colour by coverage, from the share in percent at which it begins; names that badge-maker and shields share. */
const colors: readonly (readonly [from: number, color: string])[] = [
  [90, "brightgreen"],
  [75, "green"],
  [60, "yellowgreen"],
  [40, "yellow"],
  [20, "orange"],
  [0, "red"],
];

/** An SVG badge with the coverage of all frameworks, or of the one with this id. */
export async function badgeSvg(report: Report, framework?: string): Promise<string> {
  const badge = badgeOf(report, framework);
  // The widths of letters that it brings are large.
  const { makeBadge } = await import("badge-maker");
  return `${makeBadge({ ...badge, style: "flat" })}\n`;
}

/** The same badge in the JSON shape that an endpoint badge of shields.io reads. */
export function badgeEndpoint(report: Report, framework?: string): string {
  return `${jsonText({ schemaVersion: 1, ...badgeOf(report, framework) })}\n`;
}

/** @throws UsageError when the report has no framework of this id */
function badgeOf({ coverage }: Report, id: string | undefined): Badge {
  if (id === undefined) return { label: "falco coverage", ...share(coverage.totals) };
  const framework = coverage.frameworks.find((candidate) => candidate.id === id);
  if (framework === undefined) {
    const known = coverage.frameworks.map((candidate) => candidate.id).join(", ");
    throw new UsageError(`There is no framework "${id}" here. There is: ${known === "" ? "none" : known}.`);
  }
  return { label: clip(visible(framework.name)), ...share(framework.totals.detect) };
}

function share(counts: RungCounts): Pick<Badge, "message" | "color"> {
  const { percent } = counts;
  if (percent === null) return { message: "no controls", color: "lightgrey" };
  return { message: percentText(percent), color: colors.find(([from]) => percent >= from)![1] };
}

/** A badge is one short line, whatever a framework of a user is called. */
function clip(text: string): string {
  const characters = [...text];
  return characters.length <= 40 ? text : `${characters.slice(0, 39).join("")}…`;
}
