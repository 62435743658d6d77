import { at, items, type Location, type Node, type Project, stringMap, text } from "../../project/index.ts";
import { isSelected, type Manifests, portNamed, type RunningContainer } from "../cluster/index.ts";
import { isAuditPolicy } from "./audit-policy.ts";

/** Port on which a plugin waits for events that somebody sends, as `http://:9765/k8s-audit` says. */
export function listenPort(openParams: string | undefined): number | undefined {
  const port = /^https?:\/\/[^/:]*:(\d{1,5})(?:\/|$)/.exec(openParams ?? "")?.[1];
  return port === undefined ? undefined : Number(port);
}

/** What leads events to a port of Falco's pods: a Service, or the node's own network; undefined when nothing does. */
export function feedTo(
  port: number,
  { workload, container }: RunningContainer,
  manifests: Manifests,
): { readonly sentence: string; readonly location: Location } | undefined {
  for (const service of manifests.resources) {
    if (service.kind !== "Service") continue;
    const selector = stringMap(at(service.root, "spec", "selector"));
    if (!isSelected(workload, selector, service)) continue;
    const entry = items(at(service.root, "spec", "ports")).find((node) => {
      const target = text(at(node, "targetPort")) ?? text(at(node, "port"));
      return target === String(port) || portNamed(container, target) === port;
    });
    if (entry !== undefined)
      return { sentence: `The Service "${service.name}" leads to port ${port}.`, location: entry };
  }
  const { hostNetwork } = workload.pod;
  if (hostNetwork?.value === true)
    return { sentence: `Port ${port} is one of the node itself.`, location: hostNetwork };
  const hostPort = container.ports.find(({ containerPort }) => containerPort === port)?.hostPort;
  return hostPort && { sentence: `Port ${port} is open on the node.`, location: hostPort };
}

/** What makes the API server send audit events, as far as files show it: an audit policy, or a webhook and its flag. */
export function apiServerSide(
  project: Project,
): { readonly sentence: string; readonly location: Location } | undefined {
  for (const { kind, documents } of project.sources) {
    if (kind !== "kubernetes") continue;
    for (const { root } of documents) {
      const found = auditSetting(root);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function auditSetting(root: Node | undefined): ReturnType<typeof apiServerSide> {
  const kind = at(root, "kind");
  if (kind === undefined || root === undefined) return undefined;
  const name = text(kind);
  if (isAuditPolicy(root)) return { sentence: "The API server has an audit policy.", location: kind };
  const servers = items(at(root, "clusters")).map((cluster) => at(cluster, "cluster", "server"));
  const webhook = servers.find((server) => text(server)?.includes("/k8s-audit"));
  if (name === "Config" && webhook !== undefined)
    return { sentence: "The API server has a webhook for audit events.", location: webhook };
  const flag = at(root, "apiServer", "extraArgs", "audit-webhook-config-file");
  if (name === "ClusterConfiguration" && flag !== undefined)
    return { sentence: "The API server has a webhook for audit events.", location: flag };
  const command = items(at(root, "spec", "containers")).flatMap((container) =>
    items(at(container, "command")),
  );
  const option = command.find((word) => text(word)?.startsWith("--audit-webhook-config-file="));
  return option && { sentence: "The API server has a webhook for audit events.", location: option };
}
