// biome-ignore lint/correctness/noPrivateImports: what the workspace exports for its users
import { createRenderer, type Renderer, type Rendering } from "../../../../helm-wasm/src/index.ts";
import { type Resource, readResources } from "../../../kubernetes/index.ts";
import {
  at,
  items,
  type Location,
  type MapNode,
  type Node,
  type Segment,
  Source,
  type Text,
  text,
} from "../../../project/index.ts";
import type { Refusal } from "../chart/index.ts";
import { type ChartPart, partFinder } from "./chart-parts.ts";
import type { Installation } from "./installation.ts";
import type { LocalChart } from "./local-charts.ts";

/** The Kubernetes version that templates see; the newest that most clusters have. */
const kubernetesVersion = "1.34";

/** What Helm renders from a chart of the repository, or why it renders nothing. */
export type Outcome =
  | { readonly status: "rendered"; readonly resources: readonly Resource[] }
  | { readonly status: "refused"; readonly refusal: Refusal };

/** Renders charts of the repository with Helm's own engine, which is started for the first of them. */
export class ChartRenderer {
  #renderer: Renderer | undefined;

  render(installation: Installation, chart: LocalChart, values: MapNode): Outcome {
    this.#renderer ??= createRenderer();
    const { parts } = chart;
    const rendering = this.#renderer.render({
      release: installation.release,
      namespace: installation.namespace ?? "default",
      kubernetesVersion,
      values: plain(installation.values),
      files: parts,
      packed: chart.packed,
    });
    const partOf = partFinder(chart.name, parts);
    const textOf = (template: string) => partOf(template)?.text;
    if (rendering.status === "failed")
      return { status: "refused", refusal: refusalOf(rendering, chart, textOf) };
    const origins = textsOf(values, parts);
    const resources = rendering.templates.flatMap((template): Resource[] => {
      const own = textOf(template.name);
      const asked = dependencyOf(template.name, chart);
      const made = new Source(
        own === undefined
          ? asked.text.embed(template.text, [{ inner: 0, outer: asked.span.start, length: 0 }])
          : own.embed(template.text, segmentsOf(template, own)),
        "kubernetes",
      );
      return readResources({ sources: [made], skipped: [] }).map((resource) => ({
        ...resource,
        namespace: resource.namespace ?? installation.namespace,
        root: withOrigins(resource.root, origins) as MapNode,
      }));
    });
    return { status: "rendered", resources };
  }
}

/** Where a chart asks for the one that a template is of: templates of packed charts have no file. */
function dependencyOf(template: string, chart: LocalChart): Location {
  const [, name] = /^[^/]+\/charts\/([^/]+)\//.exec(template) ?? [];
  const dependency = items(at(chart.root, "dependencies")).find((node) =>
    [text(at(node, "alias")), text(at(node, "name"))].includes(name),
  );
  return at(dependency, "name") ?? dependency ?? chart.root;
}

type Template = (Rendering & { status: "rendered" })["templates"][number];

/** Where each line is from: what a helper has made is from the line that calls it. */
function segmentsOf({ name, text, lines }: Template, source: Text): Segment[] {
  let inner = 0;
  let line = 0;
  return text.split("\n").map((content, index) => {
    const origin = lines?.[index];
    if (lines === undefined) line = Math.min(index, source.lineStarts.length - 1);
    else if (origin?.template === name) line = Math.min(origin.line, source.lineStarts.length - 1);
    const length = Math.min(content.length, source.line(line + 1).length);
    const segment = { inner, outer: source.lineStarts[line]!, length };
    inner += content.length + 1;
    return segment;
  });
}

/** A shorter value may be in a Secret by chance. */
const minSecretLength = 12;

/**
 * Texts that templates pass on as they are: of several lines, in the values and in the files of the chart, and what of
 * the values Secrets hold, encoded.
 */
function textsOf(values: MapNode, parts: readonly ChartPart[]): ReadonlyMap<string, Node> {
  const found = new Map<string, Node>();
  const visit = (node: Node): void => {
    if (node.kind === "map") for (const { value } of node.entries) visit(value);
    else if (node.kind === "seq") for (const item of node.items) visit(item);
    else if (typeof node.value === "string" && isLong(node.value)) found.set(node.value.trim(), node);
    else if (typeof node.value === "string" && node.value.length >= minSecretLength) {
      const encoded = Buffer.from(node.value).toString("base64");
      found.set(encoded, { ...node, value: encoded });
    }
  };
  for (const part of parts) {
    const { name, text } = part;
    if (/(?:^|\/)templates\//.test(name) || text === undefined) continue;
    const root = /(?:^|\/)values\.yaml$/.test(name) ? part.source?.documents[0]?.root : undefined;
    if (root !== undefined) visit(root);
    const span = { start: 0, end: text.content.length };
    found.set(text.content.trim(), { kind: "scalar", text, span, value: text.content, style: "plain" });
  }
  visit(values);
  return found;
}

/** Texts that are elsewhere in the repository are reported there. */
function withOrigins(node: Node, origins: ReadonlyMap<string, Node>): Node {
  switch (node.kind) {
    case "map":
      return {
        ...node,
        entries: node.entries.map((entry) => ({ ...entry, value: withOrigins(entry.value, origins) })),
      };
    case "seq":
      return { ...node, items: node.items.map((item) => withOrigins(item, origins)) };
    default:
      return typeof node.value === "string" ? (origins.get(node.value.trim()) ?? node) : node;
  }
}

function isLong(text: string): boolean {
  return text.trim().includes("\n");
}

function plain(node: Node): unknown {
  switch (node.kind) {
    case "map":
      return Object.fromEntries(node.entries.map(({ key, value }) => [key, plain(value)]));
    case "seq":
      return node.items.map(plain);
    case "scalar":
      return node.value;
    default:
      return null;
  }
}

function refusalOf(
  { message, source }: Rendering & { status: "failed" },
  chart: LocalChart,
  textOf: (template: string) => Text | undefined,
): Refusal {
  const text = source && textOf(source.template);
  const start = text?.lineStarts[source?.line ?? 0];
  const location: Location =
    text === undefined || start === undefined
      ? chart.root
      : { text, span: { start, end: start + text.line(source!.line + 1).length } };
  return { message, location };
}
