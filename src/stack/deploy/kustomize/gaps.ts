import type { Resource } from "../../../kubernetes/index.ts";
import { at, entries, items, type MapNode, type Node, text } from "../../../project/index.ts";
import { isKnownChart } from "../helm/index.ts";
import { areCharts, chartsIn, localChart } from "./inflate.ts";
import type { Kustomization, Reader } from "./kustomization.ts";

/** What a kustomization uses and what is not read here, so that more may be deployed than is known. */
export interface Gap {
  /**
   * `remote`: a base or file at an address. `absent`: a file or folder that is not among those checked. `chart`: a
   * Helm chart other than Falco's. `plugin`: a generator or transformer of kustomize by its own file. `variable`:
   * one of the `vars` whose value is not in what is read. `twice`: one of the `vars` that has two meanings, of which
   * kustomize makes nothing. `helmfile`: a helmfile with templates.
   * `bound`: more objects than are read.
   */
  readonly kind: "remote" | "absent" | "chart" | "plugin" | "variable" | "twice" | "helmfile" | "bound";
  /** The address, the path, the name of the chart or variable, the folder of what is too large. */
  readonly name: string;
  /** Where the kustomization declares it. */
  readonly node: Node;
  /** Whether that kustomization makes anything of Falco, by its name. */
  readonly isFalcos: boolean;
}

export type OwnGap = Omit<Gap, "isFalcos">;

/** Most kustomizations of a repository have nothing to do with Falco. */
export function isFalcoName(name: string): boolean {
  return /falco|sidekick/i.test(name);
}

/** Whether an object is a part of Falco's deployment by its name, and no topic or record of another application. */
export function isFalcosOwn({ apiVersion, name }: Resource): boolean {
  return isFalcoName(name ?? "") && deploymentGroups.test(apiVersion);
}

/** Kubernetes' own API groups, those of the Falco Operator, and those of what installs charts. */
const deploymentGroups =
  /^(?:\w+$|(?:apps|batch|autoscaling|policy)\/|[\w.]+\.k8s\.io\/|[\w.]+\.(?:falcosecurity\.dev|fluxcd\.io|cattle\.io)\/|argoproj\.io\/)/;

/** Whether kustomize would fetch it: an address, or a repository in one of the short forms. */
export function isRemote(name: string): boolean {
  return (
    /^(?:[a-z][a-z0-9+.-]*:(?:\/\/|:)|git@)/i.test(name) ||
    /^(?:[\w-]+\.)+(?:com|org|net|io|dev)[/:]/i.test(name) ||
    /[^:]\/\//.test(name) ||
    /[?&](?:ref|version|submodules|timeout)=/.test(name)
  );
}

/** What the file itself shows to be unread: charts and plugins. */
export function ownGaps(kustomization: Kustomization, reader: Reader): OwnGap[] {
  const { folder, root } = kustomization;
  const gaps: OwnGap[] = [];
  for (const node of chartsIn(kustomization, reader)) {
    const name = text(at(node, "name")) ?? "";
    if (!isKnownChart(name) && localChart(kustomization, node, reader) === undefined)
      gaps.push({ kind: "chart", name, node: at(node, "name") ?? node });
  }
  for (const field of ["generators", "transformers"]) {
    for (const node of items(at(root, field))) {
      if (field === "generators" && areCharts(folder, node, reader)) continue;
      const name = text(node) ?? "";
      const inline = name.includes("\n");
      gaps.push({ kind: "plugin", name: inline ? field : name, node });
    }
  }
  return gaps;
}

/** The names under `resources`, `bases` and `components`, each once, as kustomize refuses the same object twice. */
export function namedIn(root: MapNode, fields: readonly string[]): Map<string, Node> {
  const names = new Map<string, Node>();
  for (const { key, value } of entries(root)) {
    if (!fields.includes(key)) continue;
    for (const node of items(value)) {
      const name = text(node);
      if (name !== undefined && !names.has(name)) names.set(name, node);
    }
  }
  return names;
}
