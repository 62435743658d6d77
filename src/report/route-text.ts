import type picocolors from "picocolors";
import { clipTo, textWidth } from "./columns.ts";
import { visible } from "./escape.ts";
import type { RouteNode } from "./route-tree.ts";

type Colors = ReturnType<typeof picocolors.createColors>;

const arrows = { ok: "─▶", assumed: "╌▷", broken: "─✘", unknown: "╌?" } as const;
const words = { ok: "", assumed: " (assumed)", broken: " (stops here)", unknown: " (not known)" } as const;
/** Columns of an arrow with the spaces around it. */
const arrowWidth = 6;
/** A name behind the first is clipped to so many columns where the terminal is narrow. */
const shortName = 14;

/**
 * The way of alerts as a drawing, from left to right: `rules.yaml:12 ─▶ Falco ─▶ falcosidekick ─▶ Slack`.
 *
 * @param width columns of the terminal; names are clipped to it, the first one most
 */
export function routeDrawing(root: RouteNode, width: number, colors: Colors): string[] {
  const behind = widthBehind(root, Infinity);
  const isWide = behind + shortName <= width;
  const left = width - (isWide ? behind : widthBehind(root, shortName));
  return draw({ ...root, name: clipStart(visible(root.name), Math.max(8, left)) }, isWide, colors);
}

/** Columns of what is drawn behind a place. */
function widthBehind({ next }: RouteNode, longest: number): number {
  const widths = next.map((node) => {
    const name = Math.min(longest, textWidth(visible(node.name)));
    const word = node.next.length === 0 ? textWidth(words[node.step!.status]) : 0;
    return arrowWidth + name + word + widthBehind(node, longest);
  });
  return Math.max(0, ...widths);
}

function draw({ name, step, next }: RouteNode, isWide: boolean, colors: Colors): string[] {
  const tone = { ok: colors.green, assumed: colors.yellow, broken: colors.red, unknown: colors.yellow };
  const plain = step === null || isWide ? visible(name) : clipTo(visible(name), shortName);
  const status = step?.status ?? "ok";
  if (next.length === 0) return [plain + tone[status](words[status])];
  const pad = " ".repeat(textWidth(plain));
  return next.flatMap((child, i) => {
    const [isFirst, isLast] = [i === 0, i === next.length - 1];
    const joint = isFirst ? (isLast ? "─" : "┬") : isLast ? "└" : "├";
    const { status } = child.step!;
    const [head, ...rest] = draw(child, isWide, colors);
    return [
      `${isFirst ? `${plain} ─` : `${pad}  `}${joint}${tone[status](arrows[status])} ${head}`,
      ...rest.map((line) => `${pad}  ${isLast ? " " : "│"}   ${line}`),
    ];
  });
}

function clipStart(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  const reversed = clipTo([...text].reverse().join(""), width);
  return [...reversed].reverse().join("");
}
