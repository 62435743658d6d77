import { markdownTable } from "markdown-table";
import { count } from "./controls.ts";

export interface MarkdownBudget {
  /** What the text may take. GitHub takes 65,536 characters for a comment, 1 MiB for a job summary. */
  readonly limit: number;
  /** What the limit counts; characters are UTF-16 units, so never fewer than GitHub counts. */
  readonly unit?: "characters" | "bytes";
  /** Where all of it is, a sentence in Markdown of ours, for a report that was cut. */
  readonly whole?: string;
  /** Leave out what is well and what was there before the change: a comment stands among those of people. */
  readonly brief?: boolean;
}

/**
 * A document of GitHub Markdown within a limit. What does not fit is left out in whole rows, the least important
 * first, and the end says how much that is.
 */
export function fit(document: Parent, budget: MarkdownBudget): string {
  const all = leavesOf(document);
  const measure = (text: string) => (budget.unit === "bytes" ? Buffer.byteLength(text) : text.length);
  const kept = choose(all, budget.limit, measure);
  if (kept.size === all.length) return render(document, kept);
  const whole =
    budget.whole ?? "All of it: <code>falcoverage check --format html --output report.html</code>";
  const shorter = choose(all, budget.limit - measure(cutNotice(all, new Set(), whole)), measure);
  return render(document, shorter) + cutNotice(all, shorter, whole);
}

/** Lines that are kept or dropped together. The highest rank is dropped first when room is short. */
export interface Leaf {
  readonly kind: "row";
  readonly text: string;
  readonly rank: number;
  readonly noun: "finding" | "control" | "line";
  /** How many of the noun the lines stand for. */
  readonly size: number;
}

/** Shown only with something in it. */
export interface Parent {
  readonly kind: "parent";
  readonly open: string;
  readonly close: string;
  readonly children: readonly (Leaf | Parent)[];
}

interface LocatedLeaf {
  readonly leaf: Leaf;
  readonly parents: readonly Parent[];
}

export function row(noun: Leaf["noun"], rank: number, text: string, size = 1): Leaf {
  return { kind: "row", noun, rank, text, size };
}

export function parent(open: string, close: string, children: readonly (Leaf | Parent)[]): Parent {
  return { kind: "parent", open, close, children };
}

function leavesOf(node: Parent, above: readonly Parent[] = []): LocatedLeaf[] {
  const parents = [...above, node];
  return node.children.flatMap((child) =>
    child.kind === "row" ? [{ leaf: child, parents }] : leavesOf(child, parents),
  );
}

function choose(all: readonly LocatedLeaf[], limit: number, measure: (text: string) => number): Set<Leaf> {
  const kept = new Set<Leaf>();
  const opened = new Set<Parent>();
  let left = limit;
  for (const { leaf, parents } of all.toSorted((a, b) => a.leaf.rank - b.leaf.rank)) {
    const fresh = parents.filter((node) => !opened.has(node));
    const cost = fresh.reduce((sum, node) => sum + measure(node.open + node.close), measure(leaf.text));
    if (cost > left) continue;
    left -= cost;
    kept.add(leaf);
    for (const node of fresh) opened.add(node);
  }
  return kept;
}

function render(node: Parent, kept: ReadonlySet<Leaf>): string {
  let content = "";
  for (const child of node.children) {
    if (child.kind === "parent") content += render(child, kept);
    else if (kept.has(child)) content += child.text;
  }
  return content === "" ? "" : node.open + content + node.close;
}

function cutNotice(all: readonly LocatedLeaf[], kept: ReadonlySet<Leaf>, whole: string): string {
  const cut = (["finding", "control"] as const).flatMap((noun) => {
    const leaves = all.filter(({ leaf }) => leaf.noun === noun).map(({ leaf }) => leaf);
    const missing = sizeOf(leaves.filter((leaf) => !kept.has(leaf)));
    return missing === 0 ? [] : [`${missing} of ${count(sizeOf(leaves), noun)}`];
  });
  const what = cut.length === 0 ? "some lines" : cut.join(" and ");
  return `> Left out, as GitHub takes no longer text: ${what}. ${whole}\n`;
}

function sizeOf(leaves: readonly Leaf[]): number {
  return leaves.reduce((sum, { size }) => sum + size, 0);
}

/** The rows of a table as leaves below its head. `cells` are escaped already. */
export function table(
  head: readonly string[],
  align: string,
  rows: readonly { readonly cells: readonly string[]; readonly rank: number; readonly size?: number }[],
  noun: Leaf["noun"],
): Parent {
  const lines = markdownTable([head, ...rows.map(({ cells }) => cells)], {
    alignDelimiters: false,
    align: [...align],
  }).split("\n");
  const leaves = rows.map(({ rank, size }, i) => row(noun, rank, `${lines[i + 2]}\n`, size));
  return parent(`${lines[0]}\n${lines[1]}\n`, "\n", leaves);
}
