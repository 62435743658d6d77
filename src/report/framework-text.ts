import picocolors from "picocolors";
import type { FrameworkExplanation } from "../compliance/index.ts";
import { clipTo, padEnd, textWidth, wrap } from "./columns.ts";
import { visible } from "./escape.ts";

/** Most columns of a control's id. */
const widestId = 20;
const classWidth = 7;

/** A framework's explanation for a terminal: what a detector can see of it, and how far each control is here. */
export function frameworkText(
  { id, name, version, classes, controls, used }: FrameworkExplanation,
  { color, width }: { readonly color: boolean; readonly width: number },
): string {
  const { bold, dim, green, yellow } = picocolors.createColors(color);
  const { detect, partial, support, none } = classes;
  const lines = [
    bold(visible(`${name}, ${version}`)),
    "",
    ...wrap(
      `${detect} controls that a runtime detector can see, ${partial} of which it shows a part, ${support} that the monitoring itself shows, and ${none} that nothing at run time can show.`,
      width,
    ),
    ...wrap(
      used
        ? `The matrix uses it. \`falcoverage coverage --framework ${id}\` has the details, \`falcoverage explain ${id}:ID\` says what a control asks for.`
        : `The matrix does not use it: \`frameworks: [{id: ${id}}]\` in a matrix does, and \`falcoverage init --frameworks ${id}\` writes one.`,
      width,
    ),
    "",
  ];
  const idWidth = Math.min(
    widestId,
    Math.max(0, ...controls.map((control) => textWidth(visible(control.id)))),
  );
  for (const control of controls) {
    const rung = control.coverage === undefined ? "" : standing(control.coverage);
    const room = Math.max(20, width - idWidth - classWidth - 14 - 4);
    const paint = control.coverage?.covered === true ? green : yellow;
    lines.push(
      `${padEnd(visible(control.id), idWidth)}  ${dim(padEnd(control.runtime, classWidth))}  ${used ? paint(padEnd(rung, 12)) : ""}${clipTo(visible(control.title), room)}`,
    );
  }
  return `${lines.join("\n")}\n`;
}

function standing({
  rung,
  outOfScope,
}: NonNullable<FrameworkExplanation["controls"][number]["coverage"]>): string {
  if (outOfScope !== null) return "excluded";
  return rung ?? "no rule";
}
