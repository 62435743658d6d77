import type { Resource } from "../../../kubernetes/index.ts";
import { at, entries, items, type Node, nodeAt, text } from "../../../project/index.ts";
import { isKnownKey } from "../../alerts/index.ts";
import type { Chart } from "./chart.ts";

const sidekickLabels = { "app.kubernetes.io/name": "falcosidekick" };

/** falcosidekick's Deployment and Service under that name. */
export function sidekick(chart: Chart, name: string): Resource[] {
  const on = at(chart.values, "falcosidekick", "enabled")!;
  const port = Number(text(chart.or("2801", "falcosidekick", "listenPort")) ?? 2801);
  const container = chart.map(
    {
      name: nodeAt("falcosidekick", on),
      image: chart.image("falcosecurity/falcosidekick", "2.34.1", "falcosidekick"),
      ports: nodeAt([{ name: "http", containerPort: 2801 }], on),
      envFrom: existingSecret(chart),
      env: chart.list(...sidekickEnv(chart)),
    },
    on,
  );
  const template = chart.map(
    {
      metadata: nodeAt({ labels: sidekickLabels }, on),
      spec: chart.map(
        { automountServiceAccountToken: nodeAt(false, on), containers: chart.list(container) },
        on,
      ),
    },
    on,
  );
  const spec = chart.map(
    {
      replicas: chart.or(2, "falcosidekick", "replicaCount"),
      selector: nodeAt({ matchLabels: sidekickLabels }, on),
      template,
    },
    on,
  );
  const service = nodeAt(
    { selector: sidekickLabels, ports: [{ name: "http", port, targetPort: "http" }] },
    on,
  );
  return [
    chart.resource("apps/v1", "Deployment", name, { spec }),
    chart.resource("v1", "Service", name, { spec: service }),
  ];
}

function existingSecret(chart: Chart): Node | undefined {
  const secret = chart.value("falcosidekick", "config", "existingSecret");
  return secret && nodeAt([{ secretRef: { name: text(secret) } }], secret);
}

/** `falcosidekick.config` as the variables that the chart makes of it. */
function sidekickEnv(chart: Chart): Node[] {
  const variables: Node[] = [];
  const flatten = (node: Node | undefined, prefix: string): void => {
    for (const { key, keyLocation, value } of entries(node)) {
      const path = `${prefix}${key.toLowerCase()}`;
      if (value.kind === "map") flatten(value, `${path}.`);
      else if (isKnownKey(path) && text(value) !== undefined && text(value) !== "") {
        const name = nodeAt(path.replaceAll(".", "_").toUpperCase(), keyLocation);
        variables.push(chart.map({ name, value }, keyLocation));
      }
    }
  };
  flatten(at(chart.values, "falcosidekick", "config"), "");
  return [...variables, ...items(at(chart.values, "falcosidekick", "config", "extraEnv"))];
}
