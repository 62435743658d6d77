import { at, type Location, text } from "../../../project/index.ts";
import type { Chart } from "./chart.ts";
import { hasMetacollector } from "./config.ts";

/** A chart that makes nothing of its values. */
export interface Refusal {
  /** Who refuses, where it is not Helm. */
  readonly by?: string;
  /** What Helm or the chart says, without its advice. */
  readonly message: string;
  /** What it means where that does not tell. */
  readonly meaning?: string;
  readonly location: Location;
}

const aliases = ["module", "modern-bpf"];

/** Why the chart refuses the values; undefined where it does not. */
export function refusalOf(chart: Chart): Refusal | undefined {
  // Older charts are not known.
  if (chart.release.chart === "falcosidekick" || chart.isBefore("4.0.0")) return undefined;
  return (
    noMap(chart) ??
    takenAway(chart) ??
    noList(chart) ??
    removed(chart) ??
    unknownDriver(chart) ??
    twoCollectors(chart)
  );
}

/** A template that reads a value in what is no map fails. */
function noMap({ values }: Chart): Refusal | undefined {
  const maps = [
    ["driver"],
    ["falco"],
    ["falco", "http_output"],
    ["falco", "webserver"],
    ["falcoctl"],
    ["collectors"],
    ["controller"],
    ["image"],
    ["falcosidekick"],
  ];
  for (const path of maps) {
    const node = values.get(...path);
    if (node !== undefined && node.kind !== "map")
      return { message: `\`${path.join(".")}\` has to be a map.`, location: node };
  }
  return undefined;
}

/** Maps that a template reads in, whatever else the values say, with what it reads there first. */
const readAlways: readonly (readonly [path: string, key: string])[] = [
  ["driver", ""],
  ["falco", ""],
  ["falco.webserver", ".enabled"],
  ["falcoctl", ".artifact"],
  ["falcoctl.artifact", ".install"],
  ["falcoctl.artifact.install", ".enabled"],
  ["falcoctl.artifact.follow", ".enabled"],
  ["falcoctl.config", ".artifact"],
  ["collectors", ".kubernetes"],
  ["collectors.kubernetes", ".enabled"],
  ["controller", ".kind"],
  ["image", ".registry"],
  ["mounts", ".volumeMounts"],
  ["metrics", ".enabled"],
  ["extra", ".args"],
  ["serviceAccount", ".create"],
];

/** Maps that the templates of falcosidekick read in. */
const readForSidekick: typeof readAlways = [
  ["falcosidekick.config", ".tlsserver"],
  ["falcosidekick.image", ".registry"],
  ["falcosidekick.webui", ".enabled"],
  ["falcosidekick.service", ".port"],
];

/** `null` takes a map of the chart away; a template that reads in it then fails. */
function takenAway(chart: Chart): Refusal | undefined {
  const { values, release } = chart;
  const isDriverOn = values.isOn("driver", "enabled");
  const read = [
    ...readAlways,
    values.text("controller", "kind") === "daemonset"
      ? (["controller.daemonset", ".updateStrategy"] as const)
      : (["controller.deployment", ".replicas"] as const),
    ...(values.isOn("falcosidekick", "enabled") ? readForSidekick : []),
    ...(isDriverOn && !["modern_ebpf", "gvisor"].includes(chart.driver)
      ? [["driver.loader", ".enabled"] as const]
      : []),
    ...(isDriverOn && values.isOn("collectors", "enabled")
      ? [["collectors.containerEngine", ".enabled"] as const]
      : []),
  ];
  for (const [path, key] of read) {
    const steps = path.split(".");
    const given = at(release.values, ...steps);
    if (given?.kind !== "scalar" || given.value !== null) continue;
    // What the version does not have is not read.
    if (chart.defaults.get(...steps)?.kind !== "map") continue;
    return {
      message: `nil pointer evaluating interface {}${key}`,
      meaning: `\`${path}: null\` takes away what the chart reads.`,
      location: given,
    };
  }
  return undefined;
}

/** A template that adds a plugin to a list that `null` has taken away fails. */
function noList(chart: Chart): Refusal | undefined {
  if (!chart.hasContainerPlugin && !hasMetacollector(chart)) return undefined;
  for (const list of ["plugins", "load_plugins"]) {
    const given = at(chart.release.values, "falco", list);
    if (given?.kind === "scalar" && given.value === null)
      return {
        message: "error calling append: runtime error: invalid memory address or nil pointer dereference",
        meaning: `\`falco.${list}: null\` takes away the list to which the chart adds a plugin.`,
        location: given,
      };
  }
  return undefined;
}

/** Since 9.0.0 the chart stops at what it no longer has. */
function removed({ values, isBefore, hasVersion }: Chart): Refusal | undefined {
  if (!hasVersion || isBefore("9.0.0")) return undefined;
  const kind = values.get("driver", "kind");
  const found: { name: string; location: Location }[] = [];
  if (kind !== undefined && ["ebpf", "gvisor"].includes(text(kind) ?? ""))
    found.push({ name: `driver.kind=${text(kind)}`, location: kind });
  for (const [map, keys] of [
    ["driver", ["ebpf", "gvisor"]],
    ["falco", ["grpc", "grpc_output"]],
  ] as const) {
    for (const key of keys) {
      const node = at(values.get(map), key);
      if (node !== undefined) found.push({ name: `${map}.${key}`, location: node });
    }
  }
  if (found.length === 0) return undefined;
  const names = found.map(({ name }) => name).join(", ");
  return {
    message: `The following chart configuration is no longer supported: ${names}.`,
    location: found[0]!.location,
  };
}

function unknownDriver({ values, build, isBefore, hasVersion }: Chart): Refusal | undefined {
  if (!values.isOn("driver", "enabled")) return undefined;
  const node = values.get("driver", "kind");
  const kind = text(node) ?? "";
  // Of a chart that is not known, whatever one of them takes.
  const supported =
    isBefore("9.0.0") || !hasVersion
      ? ["kmod", "ebpf", "modern_ebpf", "gvisor", ...(isBefore("4.4.0") ? [] : ["auto"])]
      : ["kmod", "modern_ebpf", "auto"];
  if ([...supported, ...aliases].includes(kind)) return undefined;
  const message = `unsupported driver kind: "${kind}". Supported drivers [${supported.join(" ")}], alias [${aliases.join(" ")}]`;
  return { message, location: node ?? build.location };
}

/** Charts that know both ways to find containers refuse both at once. */
function twoCollectors(chart: Chart): Refusal | undefined {
  const { values, isBefore, oldCollectors } = chart;
  if (isBefore("4.22.0") || !isBefore("7.0.0")) return undefined;
  if (!values.isOn("driver", "enabled") || !values.isOn("collectors", "enabled")) return undefined;
  const [old] = oldCollectors;
  if (old === undefined || !values.isOn("collectors", "containerEngine", "enabled")) return undefined;
  return {
    message:
      "You can not enable one of the [docker, containerd, crio] collectors configuration and the containerEngine configuration at the same time.",
    location: values.get("collectors", old, "enabled") ?? chart.build.location,
  };
}
