import path from "node:path";
// biome-ignore lint/correctness/noPrivateImports: what the workspace exports for its users
import { createRenderer, type Renderer, type Rendering } from "../../../../helm-wasm/src/index.ts";
import { type Resource, readResources } from "../../../kubernetes/index.ts";
import {
  type Location,
  type MapNode,
  type Node,
  type Project,
  type ScalarNode,
  type Segment,
  Source,
  type Text,
} from "../../../project/index.ts";
import type { Refusal } from "../chart/index.ts";
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
  readonly #texts: ReadonlyMap<string, Source>;
  #renderer: Renderer | undefined;

  constructor(project: Project) {
    const files = project.sources.filter(({ embedding }) => embedding === undefined);
    this.#texts = new Map(files.map((source) => [source.file, source]));
  }

  /** Whether the templates of a chart, or of one that it holds, make anything of Falco. */
  concernsFalco({ folder, vendored }: LocalChart): boolean {
    const files = this.#filesIn(folder);
    const own = files.some(({ name, source }) => isTemplate(name) && /falco/i.test(source.text.content));
    return own || (vendored.has("falco") && files.some(({ name }) => /^charts\/.*\/templates\//.test(name)));
  }

  render(installation: Installation, chart: LocalChart, values: MapNode): Outcome {
    this.#renderer ??= createRenderer();
    const files = this.#filesIn(chart.folder);
    const rendering = this.#renderer.render({
      release: installation.release,
      namespace: installation.namespace ?? "default",
      kubernetesVersion,
      values: plain(installation.values),
      files: files.map(({ name, source }) => ({ name, data: Buffer.from(source.text.content) })),
    });
    const fileOf = (template: string) => this.#texts.get(sourcePath(template, chart));
    if (rendering.status === "failed")
      return { status: "refused", refusal: refusalOf(rendering, chart, fileOf) };
    const origins = textsOf(values, files);
    const resources = rendering.templates.flatMap((template): Resource[] => {
      const source = fileOf(template.name);
      // A dependency under an alias has no folder of that name; its chart stands for it.
      const text = source?.text ?? chart.source.text;
      const segments =
        source === undefined ? [{ inner: 0, outer: 0, length: 0 }] : segmentsOf(template, text);
      const made = new Source(text.embed(template.text, segments), "kubernetes");
      return readResources({ sources: [made], skipped: [] }).map((resource) => ({
        ...resource,
        namespace: resource.namespace ?? installation.namespace,
        root: withOrigins(resource.root, origins) as MapNode,
      }));
    });
    return { status: "rendered", resources };
  }

  #filesIn(folder: string): { readonly name: string; readonly source: Source }[] {
    const prefix = folder === "." ? "" : `${folder}/`;
    return [...this.#texts].flatMap(([file, source]) =>
      file.startsWith(prefix) ? [{ name: file.slice(prefix.length), source }] : [],
    );
  }
}

function isTemplate(name: string): boolean {
  return /^templates\/.*\.(?:ya?ml|json)$/.test(name);
}

/** Helm puts the name of the chart in place of its folder. */
function sourcePath(template: string, { folder }: LocalChart): string {
  return path.posix.join(folder, template.split("/").slice(1).join("/"));
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

/** Texts of several lines in the values and in the files of the chart, which templates pass on as they are. */
function textsOf(
  values: MapNode,
  files: readonly { readonly name: string; readonly source: Source }[],
): ReadonlyMap<string, Node> {
  const found = new Map<string, Node>();
  for (const { name, source } of files) {
    if (/^(?:templates|charts)\//.test(name)) continue;
    const { text } = source;
    const span = { start: 0, end: text.content.length };
    found.set(text.content.trim(), { kind: "scalar", text, span, value: text.content, style: "plain" });
  }
  const visit = (node: Node): void => {
    if (node.kind === "map") for (const { value } of node.entries) visit(value);
    else if (node.kind === "seq") for (const item of node.items) visit(item);
    else if (isLong(node)) found.set(String(node.value).trim(), node);
  };
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
      return isLong(node) ? (origins.get(String(node.value).trim()) ?? node) : node;
  }
}

function isLong(node: Node): node is ScalarNode {
  return node.kind === "scalar" && typeof node.value === "string" && node.value.trim().includes("\n");
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
  fileOf: (template: string) => Source | undefined,
): Refusal {
  const text = source && fileOf(source.template)?.text;
  const start = text?.lineStarts[source?.line ?? 0];
  const location: Location =
    text === undefined || start === undefined
      ? chart.root
      : { text, span: { start, end: start + text.line(source!.line + 1).length } };
  return { message, location };
}
