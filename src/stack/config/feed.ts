import { at, items, type Location, text } from "../../project/index.ts";
import { type Container, isSelected, type Manifests, stringMap, type Workload } from "../cluster/index.ts";

/** Port on which a plugin waits for events that somebody sends, as `http://:9765/k8s-audit` says. */
export function listenPort(openParams: string | undefined): number | undefined {
  const port = /^https?:\/\/[^/:]*:(\d{1,5})(?:\/|$)/.exec(openParams ?? "")?.[1];
  return port === undefined ? undefined : Number(port);
}

/** What leads events to a port of Falco's pods: a Service, or the node's own network; undefined when nothing does. */
export function wayTo(
  port: number,
  { workload, container }: { readonly workload: Workload; readonly container: Container },
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
  const hostNetwork = at(workload.pod, "hostNetwork");
  if (hostNetwork !== undefined && text(hostNetwork) === "true")
    return { sentence: `Port ${port} is one of the node itself.`, location: hostNetwork };
  const open = items(at(container.node, "ports")).find(
    (node) => text(at(node, "containerPort")) === String(port),
  );
  const hostPort = at(open, "hostPort");
  return hostPort && { sentence: `Port ${port} is open on the node.`, location: hostPort };
}

function portNamed({ node }: Container, name: string | undefined): number | undefined {
  const open = items(at(node, "ports")).find((port) => name !== undefined && text(at(port, "name")) === name);
  return open === undefined ? undefined : Number(text(at(open, "containerPort")));
}
