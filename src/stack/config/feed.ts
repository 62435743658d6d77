import { at, items, type Location, stringMap, text } from "../../project/index.ts";
import { isSelected, type Manifests, portNamed, type RunningContainer } from "../cluster/index.ts";

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
