import { at, type Node, parseYaml, Source, type Text, text } from "../../../project/index.ts";
import { readArchive } from "./archive.ts";
import { type ChartPart, heldIn } from "./chart-parts.ts";
import { type LocalChart, makesFalco } from "./local-charts.ts";

/**
 * A chart that is packed, as base64, into a value.
 *
 * @param source the file that holds the value
 * @returns undefined where it is no chart
 */
export function packedChart(content: Node, source: Source): LocalChart | undefined {
  const files = readArchive(Buffer.from(text(content) ?? "", "base64")) ?? [];
  const parts = files.map(({ name, data }): ChartPart => {
    const written = data.includes(0) ? undefined : within(content, Buffer.from(data).toString());
    return { name: name.slice(name.indexOf("/") + 1), text: written, source: undefined, data };
  });
  const find = (name: string) => parts.find((part) => part.name === name)?.text;
  const chart = find("Chart.yaml");
  const root = chart && parseYaml(chart)[0]?.root;
  if (root === undefined) return undefined;
  const values = find("values.yaml");
  const held = heldIn(parts);
  return {
    kind: "local",
    folder: "",
    name: text(at(root, "name")) ?? "",
    source,
    root,
    values: values && new Source(values, "helm-values"),
    locked: new Map(),
    vendored: held.names,
    concernsFalco: makesFalco(parts, held),
    parts,
    packed: [],
  };
}

/** A text that is nowhere written as it is; all of it is where the value starts. */
function within({ text, span }: Node, content: string): Text {
  return text.embed(content, [{ inner: 0, outer: span.start, length: 0 }]);
}
