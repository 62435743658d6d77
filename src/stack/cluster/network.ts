import type { Resource } from "../../kubernetes/index.ts";
import {
  at,
  emptyMap,
  items,
  type Location,
  type MapNode,
  type Node,
  stringMap,
  text,
} from "../../project/index.ts";
import { inSameNamespace, type Manifests, selects } from "./manifests.ts";
import { portNamed } from "./pod.ts";
import type { Workload } from "./workload.ts";

/** The first network policy that keeps one pod from reaching a port of another; undefined where none does. */
export function blockedBy(
  manifests: Manifests,
  from: Workload,
  to: Workload,
  port: number,
): { readonly sentence: string; readonly location: Location } | undefined {
  return refusal(manifests, to, from, "Ingress", port) ?? refusal(manifests, from, to, "Egress", port);
}

/** Kinds of other makers, which may let through what a NetworkPolicy does not. */
const otherPolicies =
  /^(?:Cilium(?:Clusterwide)?NetworkPolicy|(?:Staged)?GlobalNetworkPolicy|(?:Baseline)?AdminNetworkPolicy)$/;

/**
 * The first network policy that keeps a pod from a port of an address outside of the cluster; undefined where none
 * does, or where policies of another kind may let it through.
 *
 * @param receiver who is there, for people
 */
export function blockedOutside(
  { resources }: Manifests,
  from: Workload,
  port: number,
  receiver: string,
): { readonly sentence: string; readonly location: Location } | undefined {
  if (resources.some(({ kind }) => otherPolicies.test(kind))) return undefined;
  const selecting = policiesFor(resources, from, "Egress");
  const [first] = selecting;
  if (first === undefined) return undefined;
  const rules = selecting.flatMap((policy) => items(at(policy.root, "spec", "egress")));
  if (rules.some((rule) => letsNumber(rule, port) && letsOutside(rule))) return undefined;
  const { kind, name } = from.resource;
  return {
    sentence: `The NetworkPolicy "${first.name}" keeps ${kind} "${name}" from port ${port} of ${receiver}, which is outside of the cluster.`,
    location: at(first.root, "spec", "egress") ?? first,
  };
}

function letsNumber(rule: Node, port: number): boolean {
  const ports = items(at(rule, "ports"));
  return ports.length === 0 || ports.some((node) => covers(node, port, () => false));
}

/** Pods and namespaces are inside of the cluster, and blocks of private addresses too. */
function letsOutside(rule: Node): boolean {
  const peers = items(at(rule, "to"));
  if (peers.length === 0) return true;
  return peers.some((peer) => {
    const cidr = text(at(peer, "ipBlock", "cidr"));
    return (
      cidr !== undefined && !/^(?:10\.|172\.(?:1[6-9]|2\d|3[01])\.|192\.168\.|169\.254\.|f[cd])/.test(cidr)
    );
  });
}

/** Policies that select a pod add up: it is reached when one of them lets the other pod through. */
function refusal(
  manifests: Manifests,
  subject: Workload,
  other: Workload,
  direction: "Ingress" | "Egress",
  port: number,
): { sentence: string; location: Location } | undefined {
  const selecting = policiesFor(manifests.resources, subject, direction);
  const first = selecting[0];
  if (first === undefined) return undefined;
  const key = direction.toLowerCase();
  const open = selecting.some((policy) =>
    items(at(policy.root, "spec", key)).some(
      (rule) =>
        letsPort(rule, port, subject, other, direction) &&
        letsPeer(manifests, policy, rule, other, direction),
    ),
  );
  if (open) return undefined;
  const [source, target] =
    direction === "Ingress" ? [other.resource, subject.resource] : [subject.resource, other.resource];
  return {
    sentence: `The NetworkPolicy "${first.name}" keeps ${source.kind} "${source.name}" from port ${port} of ${target.kind} "${target.name}".`,
    location: at(first.root, "spec", key) ?? first,
  };
}

/** The network policies that govern what reaches a pod, or what it reaches. */
function policiesFor(
  resources: readonly Resource[],
  subject: Workload,
  direction: "Ingress" | "Egress",
): Resource[] {
  return resources.filter(
    (policy) =>
      policy.kind === "NetworkPolicy" &&
      inSameNamespace(policy.namespace, subject.resource.namespace) &&
      governs(policy, direction) &&
      selects(mapAt(policy.root, "spec", "podSelector"), subject.labels),
  );
}

function governs(policy: Resource, direction: "Ingress" | "Egress"): boolean {
  const types = items(at(policy.root, "spec", "policyTypes")).map(text);
  if (types.length > 0) return types.includes(direction);
  return direction === "Ingress" || at(policy.root, "spec", "egress") !== undefined;
}

function letsPort(
  rule: Node,
  port: number,
  subject: Workload,
  other: Workload,
  direction: "Ingress" | "Egress",
): boolean {
  const ports = at(rule, "ports");
  if (ports === undefined || items(ports).length === 0) return true;
  const target = direction === "Ingress" ? subject : other;
  return items(ports).some((node) =>
    covers(node, port, (name) =>
      target.pod.containers.some((container) => portNamed(container, name) === port),
    ),
  );
}

/** @param isNamed whether the port has a name */
function covers(node: Node, port: number, isNamed: (name: string) => boolean): boolean {
  if ((text(at(node, "protocol")) ?? "TCP") !== "TCP") return false;
  const wanted = text(at(node, "port"));
  if (wanted === undefined) return true;
  if (!/^\d+$/.test(wanted)) return isNamed(wanted);
  const end = Number(text(at(node, "endPort")) ?? wanted);
  return port >= Number(wanted) && port <= end;
}

function letsPeer(
  manifests: Manifests,
  policy: Resource,
  rule: Node,
  other: Workload,
  direction: "Ingress" | "Egress",
): boolean {
  const peers = at(rule, direction === "Ingress" ? "from" : "to");
  if (peers === undefined || items(peers).length === 0) return true;
  return items(peers).some((peer) => {
    // A block of addresses may be the pod network, which the repository does not tell.
    if (at(peer, "ipBlock") !== undefined) return coversPods(at(peer, "ipBlock"));
    const pods = mapAt(peer, "podSelector");
    const namespaces = mapAt(peer, "namespaceSelector");
    if (pods !== undefined && !selects(pods, other.labels)) return false;
    if (namespaces === undefined) return inSameNamespace(policy.namespace, other.resource.namespace);
    return selects(namespaces, namespaceLabels(manifests, other.resource.namespace));
  });
}

function coversPods(block: Node | undefined): boolean {
  const cidr = text(at(block, "cidr")) ?? "";
  return /^(?:0\.0\.0\.0\/0|10\.|172\.|192\.168\.|100\.|fd|::\/0)/.test(cidr);
}

/** Labels of a namespace: its own, and the name, which the API server sets. */
function namespaceLabels(manifests: Manifests, namespace: string | undefined): Map<string, string> {
  const labels = new Map<string, string>();
  if (namespace === undefined) return labels;
  const resource = manifests.named("Namespace", namespace)[0];
  for (const [key, value] of stringMap(at(resource?.root, "metadata", "labels"))) labels.set(key, value);
  return labels.set("kubernetes.io/metadata.name", namespace);
}

function mapAt(node: Node | undefined, ...path: readonly string[]): MapNode | undefined {
  const found = at(node, ...path);
  if (found?.kind === "map") return found;
  // `podSelector:` with nothing behind it selects all, as `{}` does.
  return found?.kind === "scalar" && found.value === null ? emptyMap(found) : undefined;
}
