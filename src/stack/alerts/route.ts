import type { Location } from "../../project/index.ts";
import {
  type Address,
  blockedBy,
  blockedOutside,
  idleProgram,
  isSidekickImage,
  isSidekickUiImage,
  type Manifests,
  parseAddress,
  type Resolution,
  type RunningContainer,
  resolveService,
} from "../cluster/index.ts";
import type { Channel, ChannelName } from "../config/index.ts";
import { type Assumptions, assumed, broken, type Link, ok, unsure } from "../evidence/index.ts";
import { listenerGap } from "./listener.ts";
import { isPlaceholder } from "./placeholder.ts";
import { type Priority, passes } from "./priority.ts";
import { receiverGap } from "./receiver.ts";
import { maskSecrets } from "./secret-shape.ts";
import { readSidekick, type Sidekick, type SidekickOutput, sidekickContainer, titleOf } from "./sidekick.ts";

/** One way from Falco to a receiver. */
export interface Route {
  readonly channel: ChannelName;
  /** Who gets the alert, for people. */
  readonly receiver: string;
  /** What every alert needs on this way, up to the receiver. */
  readonly links: readonly Link[];
  /** The lowest priority that the route lets through, and where it is set. */
  readonly minimum: { readonly priority: Priority; readonly location: Location } | undefined;
  readonly output: SidekickOutput | undefined;
}

export interface Routing {
  readonly routes: readonly Route[];
  readonly sidekick: Sidekick | undefined;
}

/** Falco's pod and namespace, where they are known. */
export interface Sender {
  readonly namespace: string | undefined;
  readonly pod: RunningContainer | undefined;
  /** The falcosidekick that a chart or a compose file brings along, by the host name it answers to. */
  readonly bundled: { readonly hosts: readonly string[]; readonly sidekick: Sidekick } | undefined;
}

/** What the way of an alert depends on, besides the channel. */
export interface RouteContext {
  /** Whether Falco writes alerts as JSON, and where that is set. */
  readonly json: { readonly on: boolean; readonly location: Location };
  readonly sender: Sender;
  readonly manifests: Manifests;
  readonly assume: Assumptions;
}

export function readRoutes(channels: readonly Channel[], context: RouteContext): Routing {
  const routes: Route[] = [];
  let sidekick: Sidekick | undefined;
  for (const channel of channels) {
    if (channel.name === "http") {
      const http = followHttp(channel, context);
      routes.push(...http.routes);
      sidekick ??= http.sidekick;
    } else routes.push(localRoute(channel, context.assume));
  }
  return { routes, sidekick };
}

const localReceivers: Readonly<Record<Exclude<ChannelName, "http">, string>> = {
  stdout: "standard output",
  syslog: "the node's syslog",
  file: "a file",
  program: "a program",
  grpc: "gRPC clients",
};

/** Channels that end on the node: whether somebody reads them is not in the manifests. */
function localRoute(channel: Channel, assume: Assumptions): Route {
  const name = channel.name as Exclude<ChannelName, "http">;
  const receiver = localReceivers[name];
  const switchedOn = ok("channel", `Falco writes alerts to ${receiver}.`, channel.location);
  const read =
    assume.settings.outputs?.includes(name) === true
      ? ok("output", `The configuration states that somebody reads ${receiver}.`, channel.location)
      : unsure(
          "output",
          `Whether anybody reads ${receiver} is not in the repository.`,
          `If alerts are taken from there, state it under "assume: outputs: [${name}]" in the configuration.`,
          channel.location,
        );
  return { channel: name, receiver, links: [switchedOn, read], minimum: undefined, output: undefined };
}

function followHttp(channel: Channel, context: RouteContext): Routing {
  const { sender, manifests, assume } = context;
  const { target } = channel;
  const end = (receiver: string, ...links: readonly Link[]): Routing => ({
    routes: [{ channel: "http", receiver, links, minimum: undefined, output: undefined }],
    sidekick: undefined,
  });
  if (target === undefined)
    return end(
      "http_output",
      broken("channel", "http_output is on but has no url, so Falco does not start.", channel.location),
    );
  const address = parseAddress(target.text);
  if (address === undefined || isPlaceholder(target.text))
    return end(
      "http_output",
      broken("channel", `http_output has no usable url: "${maskSecrets(target.text)}".`, target.location),
    );
  const sent = ok("channel", `Falco sends alerts to ${maskSecrets(target.text)}.`, target.location);
  const { host, port } = address;

  if (host.kind !== "external" && sender.bundled !== undefined) {
    const name = host.kind === "pod" ? "localhost" : host.name;
    if (sender.bundled.hosts.includes(name)) {
      const { sidekick } = sender.bundled;
      const gap = listenerGap(sidekick, address, port, target.location);
      if (gap !== undefined) return end("falcosidekick", sent, gap);
      const found = ok("service", `"${name}" is the falcosidekick of the same release.`, sidekick.location);
      return toSidekick([sent, found], sidekick, context);
    }
  }
  if (host.kind === "external") {
    const there = ok("service", `${host.host} is outside of the cluster.`, target.location);
    const block = sender.pod && blockedOutside(manifests, sender.pod.workload, port, host.host);
    return block === undefined
      ? end(host.host, sent, there)
      : end(host.host, sent, there, broken("network", block.sentence, block.location));
  }
  if (host.kind === "pod") return toSamePod(sent, address, target.location, context, end);

  const found = resolveService(manifests, host, port, {
    namespace: sender.namespace,
    near: sender.pod?.workload.resource,
  });
  if (found.kind === "container") return toContainer(sent, found, address, context, end);
  if (found.kind === "broken")
    return end(host.name, sent, broken("service", found.sentence, target.location));
  if (assume.has("Service", found.name, found.namespace))
    return end(
      host.name,
      sent,
      ok(
        "service",
        `The configuration states that the Service "${host.name}" takes alerts.`,
        target.location,
      ),
    );
  const remedy = `Add its manifest to the files that are checked, or state it under "assume: services" in the configuration.`;
  return end(host.name, sent, unsure("service", found.sentence, remedy, target.location));
}

type End = (receiver: string, ...links: readonly Link[]) => Routing;

function toSamePod(
  sent: Link,
  address: Address,
  location: Location,
  context: RouteContext,
  end: End,
): Routing {
  const { sender, manifests, assume } = context;
  const { pod } = sender;
  const container = pod === undefined ? undefined : sidekickContainer(pod.workload);
  if (pod === undefined || container === undefined) {
    return end("localhost", sent, broken("service", "No falcosidekick runs in Falco's own pod.", location));
  }
  const sidekick = readSidekick(manifests, pod.workload, container, assume);
  const gap = listenerGap(sidekick, address, address.port, location);
  if (gap !== undefined) return end("localhost", sent, gap);
  const link = ok("service", "falcosidekick runs in the same pod.", container);
  return toSidekick([sent, link], sidekick, context);
}

function toContainer(
  sent: Link,
  found: Extract<Resolution, { kind: "container" }>,
  address: Address,
  context: RouteContext,
  end: End,
): Routing {
  const { sender, manifests, assume } = context;
  const { workload, container } = found;
  const links = [sent, ok("service", found.sentence, found.location)];
  if (sender.pod !== undefined) {
    const block = blockedBy(manifests, sender.pod.workload, workload, found.port);
    links.push(
      block === undefined
        ? ok("network", "No network policy blocks the connection.", found.location)
        : broken("network", block.sentence, block.location),
    );
  }
  const name = workload.resource.name ?? container.name;
  if (isSidekickUiImage(container.image)) {
    const sentence = "falcosidekick-ui takes alerts from falcosidekick, and none from Falco.";
    return end(name, ...links, broken("service", sentence, container.nameLocation));
  }
  if (!isSidekickImage(container.image)) return end(name, ...links);
  const idle = idleProgram(container.command, "falcosidekick");
  if (idle !== undefined) {
    const sentence = `The container of falcosidekick runs "${idle}".`;
    return end("falcosidekick", ...links, broken("service", sentence, container.nameLocation));
  }
  const sidekick = readSidekick(manifests, workload, container, assume);
  const gap = listenerGap(sidekick, address, found.port, found.location);
  if (gap !== undefined) return end("falcosidekick", ...links, gap);
  return toSidekick(links, sidekick, context);
}

/** One route for each output of falcosidekick that somebody began to configure. */
function toSidekick(before: readonly Link[], sidekick: Sidekick, { json, manifests }: RouteContext): Routing {
  const links = json.on
    ? before
    : [
        ...before,
        broken("channel", "falcosidekick takes JSON alone, and json_output is off.", json.location),
      ];
  const [gap] = sidekick.more;
  if (sidekick.outputs.length === 0) {
    const link =
      gap?.kind === "unknown"
        ? unsure("output", gap.why, gap.remedy, gap.location)
        : broken("output", `falcosidekick "${sidekick.name}" has no output configured.`, sidekick.location);
    const route: Route = {
      channel: "http",
      receiver: "falcosidekick",
      links: [...links, link],
      minimum: undefined,
      output: undefined,
    };
    return { routes: [route], sidekick };
  }
  const routes = sidekick.outputs.map((output): Route => {
    const { works, minimum } = output;
    const own: Link[] =
      output.reach === "measure"
        ? [
            broken(
              "output",
              `${titleOf(output.name)} counts alerts, and brings none to anybody.`,
              output.location,
            ),
          ]
        : works.state === "unknown"
          ? [unsure("output", works.sentence, works.remedy, works.evidence)]
          : [
              works.value
                ? (works.assumed ? assumed : ok)("output", works.sentence, works.evidence)
                : broken("output", works.sentence, works.evidence),
            ];
    const gap = receiverGap(output, sidekick, manifests);
    if (gap !== undefined) own.push(gap);
    if (minimum.state === "unknown")
      own.push(unsure("minimum", minimum.why, minimum.remedy, minimum.evidence));
    return {
      channel: "http",
      receiver: titleOf(output.name),
      links: [...links, ...own],
      minimum:
        minimum.state === "known" ? { priority: minimum.value, location: minimum.evidence } : undefined,
      output,
    };
  });
  return { routes, sidekick };
}

/** The links of a route for an alert of one priority. */
export function linksFor(route: Route, priority: Priority | undefined): readonly Link[] {
  const { minimum, receiver, links } = route;
  if (minimum === undefined || priority === undefined) return links;
  const link = passes(priority, minimum.priority)
    ? ok("minimum", `${receiver} takes ${minimum.priority} and above.`, minimum.location)
    : broken(
        "minimum",
        `${receiver} takes ${minimum.priority} and above, and this rule is ${priority}.`,
        minimum.location,
      );
  return [...links, link];
}
