import {
  blockedBy,
  blockedOutside,
  type Manifests,
  parseAddress,
  resolveService,
  variable,
} from "../cluster/index.ts";
import { broken, type Link } from "../evidence/index.ts";
import { type Sidekick, type SidekickOutput, sidekickContainer, titleOf } from "./sidekick.ts";

/** Outputs that send to one address outside of the cluster, over HTTPS, whatever their settings. */
const hosted = new Set([
  ...["cliq", "discord", "googlechat", "opsgenie", "pagerduty", "slack", "teams", "telegram", "webex"],
]);

/** Settings with the address of a receiver. */
const addressKeys = ["address", "hostport", "url", "webhookurl"];

/** What keeps falcosidekick from the receiver of an output; undefined where nothing in the repository does. */
export function receiverGap(
  { name, settings }: SidekickOutput,
  sidekick: Sidekick,
  manifests: Manifests,
): Link | undefined {
  const { workload, namespace } = sidekick;
  const setting = settings.find(({ key }) => addressKeys.some((last) => key === `${name}.${last}`));
  const written = setting?.value.kind === "text" ? setting.value.text.split(",")[0]!.trim() : undefined;
  const address = written === undefined ? undefined : parseAddress(written);
  if (address?.host.kind === "service") {
    const found = resolveService(manifests, address.host, address.port, {
      namespace,
      near: workload?.resource,
    });
    if (found.kind === "broken") return broken("output", found.sentence, setting?.value.location);
    if (found.kind === "absent" || workload === undefined) return undefined;
    const block = blockedBy(manifests, workload, found.workload, found.port);
    return block && broken("network", block.sentence, block.location);
  }
  const outside =
    address?.host.kind === "external"
      ? address.port
      : address === undefined && hosted.has(name)
        ? 443
        : undefined;
  if (workload === undefined || outside === undefined || usesProxy(sidekick)) return undefined;
  const block = blockedOutside(manifests, workload, outside, titleOf(name));
  return block && broken("network", block.sentence, block.location);
}

/** A proxy for requests may be anywhere. */
function usesProxy({ workload }: Sidekick): boolean {
  const container = workload && sidekickContainer(workload);
  if (container === undefined) return false;
  return (
    ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"].some(
      (name) => variable(container, name) !== undefined,
    ) || container.env.some(({ name }) => name === undefined)
  );
}
