import { isIn } from "../../../falco/index.ts";
import type { Resource } from "../../../kubernetes/index.ts";
import {
  entries,
  type Location,
  type MapNode,
  type Node,
  nodeAt,
  text,
  withEntry,
} from "../../../project/index.ts";
import { roleOf } from "./access.ts";
import type { Chart } from "./chart.ts";
import { type SidekickChart, sidekickChart } from "./defaults.ts";
import { type Names, sidekickNames } from "./names.ts";
import type { Values } from "./values.ts";

/** falcosidekick as Falco's chart installs it: its Deployment, Secret, Service and account, and those of its web page. */
export function renderSidekick({ release, values: all, build }: Chart): Resource[] {
  const values = all.under("falcosidekick");
  const names = sidekickNames(release, values);
  const chart = sidekickChart(release);
  const on = values.get("enabled") ?? build.location;
  const own = { name: names.full, namespace: names.namespace };
  const resource = (
    apiVersion: string,
    kind: string,
    name: string,
    parts: Record<string, Node | undefined>,
  ) => build.resource(apiVersion, kind, { ...own, name }, parts);
  const spec = build.map(
    {
      replicas: values.get("replicaCount"),
      selector: nodeAt({ matchLabels: names.selector }, on),
      template: podTemplate(build, values, names, chart, on),
    },
    on,
  );
  const resources = [
    resource("apps/v1", "Deployment", names.full, { spec }),
    resource("v1", "Service", names.full, { spec: serviceSpec(build, values, names, on) }),
    resource("v1", "ServiceAccount", names.full, {}),
    ...roleOf(build, names.full, names.namespace, names.full, [
      { apiGroups: [""], resources: ["endpoints"], verbs: ["get"] },
    ]),
  ];
  if (hasOwnSecret(values, chart)) {
    const stringData = build.map(variables(values, names, chart, build), on);
    resources.push(resource("v1", "Secret", names.full, { stringData }));
  }
  if (values.isOn("webui", "enabled")) {
    const selector = { ...names.selector, "app.kubernetes.io/component": "ui" };
    const port = values.get("webui", "service", "port");
    const ui = values.get("webui", "enabled") ?? on;
    resources.push(
      resource("v1", "Service", `${names.full}-ui`, {
        spec: build.map({
          selector: nodeAt(selector, ui),
          ports: build.list([build.map({ port, targetPort: nodeAt("http", ui), name: nodeAt("http", ui) })]),
        }),
      }),
      resource("apps/v1", "Deployment", `${names.full}-ui`, {
        spec: nodeAt(
          {
            selector: { matchLabels: selector },
            template: {
              metadata: { labels: selector },
              spec: {
                containers: [
                  {
                    name: "falcosidekick-ui",
                    image: "docker.io/falcosecurity/falcosidekick-ui",
                    ports: [{ name: "http", containerPort: 2802 }],
                  },
                ],
              },
            },
          },
          ui,
        ),
      }),
    );
  }
  return resources;
}

type Build = Chart["build"];

function podTemplate(
  build: Build,
  values: Values,
  names: Names,
  chart: SidekickChart,
  on: Location,
): MapNode {
  const own = nodeAt({ ...names.selector, "app.kubernetes.io/part-of": names.label }, on) as MapNode;
  const labels = entries(values.get("podLabels")).reduce<MapNode>(
    (map, { key, value }) => withEntry(map, key, value),
    own,
  );
  const deploysTls = values.isOn("config", "tlsserver", "deploy");
  const ports = [
    { name: "http", containerPort: 2801 },
    ...(deploysTls ? [{ name: "http-notls", containerPort: 2810 }] : []),
  ];
  const probe = nodeAt({ httpGet: { path: "/ping", port: deploysTls ? "http-notls" : "http" } }, on);
  const container = build.map(
    {
      name: nodeAt("falcosidekick", on),
      image: image(build, values),
      ports: nodeAt(ports, on),
      livenessProbe: probe,
      readinessProbe: probe,
      envFrom: build.list(secrets(values, names, chart, build), on),
      env: build.list([
        ...values.items("config", "otlp", "traces", "extraenvvars"),
        ...values.items("config", "extraEnv"),
      ]),
      resources: values.get("resources"),
      volumeMounts: build.list(values.items("extraVolumeMounts")),
    },
    on,
  );
  return build.map(
    {
      metadata: build.map({ labels }, on),
      spec: build.map(
        {
          serviceAccountName: nodeAt(names.full, on),
          containers: build.list([container], on),
          volumes: build.list(values.items("extraVolumes")),
        },
        on,
      ),
    },
    on,
  );
}

function image(build: Build, values: Values): Node {
  const [registry, repository, tag] = ["registry", "repository", "tag"].map(
    (key) => values.text("image", key) ?? "",
  );
  return build.node(`${registry}/${repository}:${tag}`, values.get("image", "tag"));
}

/** The container listens at 2801, whatever the port of the Service. */
function serviceSpec(build: Build, values: Values, names: Names, on: Location): MapNode {
  const port = (key: Node | undefined, name: string): Node =>
    build.map({ port: key, targetPort: nodeAt(name, on), name: nodeAt(name, on) }, on);
  const tls = ["config", "tlsserver"] as const;
  return build.map(
    {
      selector: nodeAt(names.selector, on),
      ports: build.list([
        port(values.get("service", "port"), "http"),
        ...(values.isOn(...tls, "notlspaths") ? [port(values.get(...tls, "notlsport"), "http-notls")] : []),
      ]),
    },
    on,
  );
}

/** Older charts take a Secret of the user's in place of their own, newer ones in addition. */
function hasOwnSecret(values: Values, { version }: SidekickChart): boolean {
  return values.text("config", "existingSecret") === undefined || isIn(version, { since: "0.8.0" });
}

function secrets(values: Values, names: Names, chart: SidekickChart, build: Build): Node[] {
  const existing = values.get("config", "existingSecret");
  const list = hasOwnSecret(values, chart) ? [build.node({ secretRef: { name: names.full } })] : [];
  return text(existing) ? [...list, build.node({ secretRef: { name: text(existing) } }, existing)] : list;
}

/** `falcosidekick.config` as the variables that the chart renders; the chart leaves out what it does not know. */
function variables(values: Values, names: Names, chart: SidekickChart, build: Build): Record<string, Node> {
  const made: Record<string, Node> = {};
  for (const path of chart.variables) {
    const value = values.get("config", ...path.split("."));
    if (value?.kind === "scalar" && text(value)) made[path.replaceAll(".", "_").toUpperCase()] = value;
  }
  if (values.isOn("webui", "enabled")) {
    const port = values.text("webui", "service", "port") ?? "";
    made.WEBUI_URL = build.node(`http://${names.full}-ui:${port}`, values.get("webui", "enabled"));
  }
  return made;
}
