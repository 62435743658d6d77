import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** One import of a file of `src` by a file in another part of it; paths from `src`. */
export interface Import {
  readonly from: string;
  readonly to: string;
}

/** All imports that lead from one part of `src` (a folder, or a file at the root) to another. */
export function importsBetweenParts(root: string): Import[] {
  const src = path.join(root, "src");
  return readdirSync(src, { recursive: true, encoding: "utf8" })
    .map((file) => file.split(path.sep).join("/"))
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts"))
    .sort()
    .flatMap((from) =>
      [
        ...readFileSync(path.join(src, from), "utf8").matchAll(
          /(?:\bfrom|\bimport\(|^import) ?"(\.[^"]+\.ts)"/gm,
        ),
      ]
        .map((match) => ({ from, to: path.posix.join(path.posix.dirname(from), match[1]!) }))
        .filter(({ to }) => !to.startsWith("..") && partOf(from) !== partOf(to)),
    );
}

/** The folder right below `src` that holds a file, or the file itself. */
export function partOf(file: string): string {
  return file.split("/")[0]!;
}

/** By part, the parts that it imports. */
export function partsImported(imports: readonly Import[]): Map<string, Set<string>> {
  const graph = new Map<string, Set<string>>();
  for (const { from, to } of imports) {
    const part = partOf(from);
    graph.set(part, (graph.get(part) ?? new Set()).add(partOf(to)));
  }
  return graph;
}

/** A way along the imports from a part back to itself; undefined where there is none. */
export function circleIn(graph: ReadonlyMap<string, ReadonlySet<string>>): string[] | undefined {
  const done = new Set<string>();
  const visit = (part: string, way: readonly string[]): string[] | undefined => {
    if (way.includes(part)) return [...way.slice(way.indexOf(part)), part];
    if (done.has(part)) return undefined;
    for (const next of graph.get(part) ?? []) {
      const circle = visit(next, [...way, part]);
      if (circle !== undefined) return circle;
    }
    done.add(part);
    return undefined;
  };
  for (const part of graph.keys()) {
    const circle = visit(part, []);
    if (circle !== undefined) return circle;
  }
  return undefined;
}

/** The graph as a Mermaid flowchart, without the arrows that follow from others, and without constants. */
export function flowchart(graph: ReadonlyMap<string, ReadonlySet<string>>): string {
  const constants = new Set(["version.ts", "settings.ts", "documentation.ts", "cold-start.ts"]);
  const shown = (from: string): string[] =>
    constants.has(from) ? [] : [...(graph.get(from) ?? [])].filter((to) => !constants.has(to));
  const reaches = (from: string, to: string): boolean =>
    shown(from).some((next) => next === to || reaches(next, to));
  const arrows = [...graph.keys()].flatMap((from) =>
    shown(from)
      .filter((to) => !shown(from).some((other) => other !== to && reaches(other, to)))
      .map((to) => `  ${from} --> ${to}`),
  );
  return ["flowchart TD", ...arrows.sort()].join("\n");
}
