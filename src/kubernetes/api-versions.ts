import type { LifeCycle } from "../../kubeconform-wasm/src/index.ts";
import { at, type Location, type MapNode, type Node, nearest } from "../project/index.ts";
import { beginning } from "./pointer.ts";
import type { ManifestFix, ManifestProblem } from "./problem.ts";

/** What Kubernetes offers in one version. */
export interface Api {
  /** Minor version, such as `1.34`. */
  readonly version: string;
  /** Every kind with a schema, as `group/version/Kind`. */
  readonly kinds: readonly string[];
  readonly lifeCycles: Readonly<Record<string, LifeCycle>>;
}

/** That a kind is deprecated, where it is. */
export function deprecation(
  api: Api,
  resource: MapNode,
  apiVersion: string,
  kind: string,
): ManifestProblem[] {
  const cycle = api.lifeCycles[`${apiVersion}/${kind}`];
  if (!cycle?.deprecated || isBefore(api.version, cycle.deprecated)) return [];
  const end = cycle.removed ? ` and is removed in ${cycle.removed}` : "";
  return [
    {
      kind: "deprecated-api",
      at: location(resource, "apiVersion"),
      message: `${kind} in \`${apiVersion}\` is deprecated since Kubernetes ${cycle.deprecated}${end}.${instead(kind, cycle)}`,
      ...move(resource, apiVersion, kind, cycle),
    },
  ];
}

/** Files that look like manifests and configure a component of Kubernetes: kubeconfig, audit policy, kubelet ... */
const configuration =
  /^(?:v1\/Config|(?:audit|apiserver|kubeadm)\.k8s\.io\/\w+\/\w+|(?!kustomize\.)[\w.-]+\.config\.k8s\.io\/\w+\/\w+)$/;
/** Groups of files that tools read themselves and that no API server ever sees. */
const toolGroups: ReadonlySet<string> = new Set([
  "backstage.io",
  "chainsaw.kyverno.io",
  "cli.kyverno.io",
  "ctlptl.dev",
  "eksctl.io",
  "k3d.io",
  "kind.x-k8s.io",
  "kuttl.dev",
  "skaffold",
  "vendir.k14s.io",
]);

/**
 * Why there is no schema for a kind: it went, it is misspelt, or it is none of Kubernetes. Undefined for what is
 * no object of the API.
 */
export function absence(
  api: Api,
  resource: MapNode,
  apiVersion: string,
  kind: string,
): ManifestProblem | Unchecked | undefined {
  if (configuration.test(`${apiVersion}/${kind}`) || toolGroups.has(apiVersion.split("/")[0]!))
    return undefined;
  const cycle = api.lifeCycles[`${apiVersion}/${kind}`];
  if (cycle?.removed && !isBefore(api.version, cycle.removed)) {
    return {
      kind: "removed-api",
      at: location(resource, "apiVersion"),
      message: `Kubernetes ${cycle.removed} removed ${kind} from \`${apiVersion}\`.${instead(kind, cycle)}`,
      help: `The API server of Kubernetes ${api.version} refuses it.`,
      ...move(resource, apiVersion, kind, cycle),
    };
  }
  return misspelling(api, resource, apiVersion, kind) ?? { apiVersion, kind, at: location(resource, "kind") };
}

function misspelling(
  api: Api,
  resource: MapNode,
  apiVersion: string,
  kind: string,
): ManifestProblem | undefined {
  const known = api.kinds.map(split);
  const inVersion = known.filter((other) => other.apiVersion === apiVersion).map((other) => other.kind);
  const versions = known
    .filter((other) => other.kind === kind && isKubernetes(other.apiVersion))
    .map((other) => other.apiVersion);
  if (!isKubernetes(apiVersion)) return undefined;
  if (inVersion.length > 0) {
    const near = nearest(kind, inVersion);
    const hint = versions[0]
      ? ` It is in \`${versions[0]}\`.`
      : near === undefined
        ? ""
        : ` Did you mean \`${near}\`?`;
    return {
      kind: "unknown-kind",
      at: location(resource, "kind"),
      message: `Kubernetes ${api.version} has no kind \`${kind.slice(0, 60)}\` in \`${apiVersion}\`.${hint}`,
    };
  }
  const group = groupOf(apiVersion);
  const isKnown = known.some((other) => groupOf(other.apiVersion) === group);
  // Tools such as Talos write machine configurations with a version that has no group, and kinds of their own.
  if (group === "" && versions.length === 0) return undefined;
  if (!isKnown && (group.includes(".") || versions.length === 0)) return undefined;
  const hint = versions[0] ? ` ${kind} is in \`${versions[0]}\`.` : "";
  return {
    kind: "unknown-kind",
    at: location(resource, "apiVersion"),
    message: `Kubernetes ${api.version} has no \`${apiVersion.slice(0, 60)}\`.${hint}`,
  };
}

/** A kind that there is no schema for, where it was first met. */
export interface Unchecked {
  readonly apiVersion: string;
  readonly kind: string;
  readonly at: Location;
}

/** A repository may hold manifests for dozens of controllers, so their kinds are listed in one sentence. */
export function uncheckedKinds([first, ...others]: readonly Unchecked[]): ManifestProblem[] {
  if (first === undefined) return [];
  const subject = `${first.kind.slice(0, 60)} of \`${first.apiVersion.slice(0, 60)}\``;
  if (others.length === 0)
    return [
      {
        kind: "missing-schema",
        at: first.at,
        message: `${subject} was not checked: there is no schema for it.`,
        help: "Add its CustomResourceDefinition to the files, or name one with schema-location.",
      },
    ];
  const groups = [
    ...new Set([first, ...others].map(({ apiVersion }) => apiVersion.split("/")[0]!.slice(0, 60))),
  ].sort();
  const rest = groups.length > 8 ? ` and ${groups.length - 8} more` : "";
  const kinds = others.length === 1 ? "one other kind" : `${others.length} other kinds`;
  return [
    {
      kind: "missing-schema",
      at: first.at,
      message: `${subject} and ${kinds} were not checked: there are no schemas for them.`,
      help: `Add their CustomResourceDefinitions to the files, or name them with schema-location. They are of ${groups.slice(0, 8).join(", ")}${rest}.`,
    },
  ];
}

function instead(kind: string, { replacement }: LifeCycle): string {
  if (!replacement) return " Nothing replaces it.";
  const next = split(replacement);
  return next.kind === kind ? ` Use \`${next.apiVersion}\`.` : ` Use ${next.kind} in \`${next.apiVersion}\`.`;
}

/** Moving to another version may need other fields, so it is no safe fix. */
function move(resource: MapNode, apiVersion: string, kind: string, cycle: LifeCycle): { fix?: ManifestFix } {
  const value = at(resource, "apiVersion");
  if (!cycle.replacement || !value) return {};
  const next = split(cycle.replacement);
  if (next.kind !== kind || next.apiVersion === apiVersion) return {};
  return {
    fix: {
      description: `Move to ${next.apiVersion}`,
      safe: false,
      edits: [{ at: value, text: next.apiVersion }],
    },
  };
}

function location(resource: MapNode, key: string) {
  const value: Node | undefined = at(resource, key);
  return value ?? beginning(resource);
}

function split(key: string): { apiVersion: string; kind: string } {
  const slash = key.lastIndexOf("/");
  return { apiVersion: key.slice(0, slash), kind: key.slice(slash + 1) };
}

const groupOf = (apiVersion: string) =>
  apiVersion.includes("/") ? apiVersion.slice(0, apiVersion.indexOf("/")) : "";

/** Groups of Kubernetes itself have no dot, or end as its own do; all others belong to somebody else. */
function isKubernetes(apiVersion: string): boolean {
  const group = groupOf(apiVersion);
  return !group.includes(".") || (/^[a-z.]+\.k8s\.io$/.test(group) && group !== "kustomize.config.k8s.io");
}

/** @returns whether minor version `a` comes before `b` */
function isBefore(a: string, b: string): boolean {
  return Number(a.split(".")[1]) < Number(b.split(".")[1]);
}
