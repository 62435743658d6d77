import {
  emptyMap,
  entries,
  type MapNode,
  type Node,
  nodeAt,
  text,
  withEntry,
} from "../../../project/index.ts";
import { chartVersionOf, isChartBefore } from "../chart-version.ts";
import { Builder } from "./builder.ts";
import { valuesOf } from "./defaults.ts";
import { falcoNames, type Names } from "./names.ts";
import type { Release } from "./release.ts";
import { isTrue, type Values } from "./values.ts";

const aliases: ReadonlyMap<string, string> = new Map([
  ["modern-bpf", "modern_ebpf"],
  ["module", "kmod"],
]);

/** Falco's chart with the values of a release, and what several of its templates read from them. */
export class Chart {
  readonly release: Release;
  readonly values: Values;
  readonly names: Names;
  readonly build: Builder;

  constructor(release: Release) {
    this.release = release;
    this.values = valuesOf(release);
    this.names = falcoNames(release, this.values);
    this.build = new Builder(release, this.values.location);
  }

  /** The values that the chart has by itself. */
  get defaults(): Values {
    return valuesOf({ ...this.release, values: emptyMap(this.release.values) });
  }

  /** Whether the chart comes before a version. Where nothing is known of it, it is the newest. */
  readonly isBefore = (version: string): boolean => isChartBefore(this.release, version);

  /** Whether the version of the chart is known, or follows from that of Falco. */
  get hasVersion(): boolean {
    return chartVersionOf(this.release) !== undefined;
  }

  /** The driver, by Falco's name; `auto` lets the chart's loader choose. */
  get driver(): string {
    const kind = text(this.values.get("driver", "kind")) ?? "";
    return aliases.get(kind) ?? kind;
  }

  get hasDriverLoader(): boolean {
    const { values, driver } = this;
    return (
      driver !== "modern_ebpf" &&
      driver !== "gvisor" &&
      values.isOn("driver", "enabled") &&
      values.isOn("driver", "loader", "enabled")
    );
  }

  /** Whether the chart loads the plugin that finds containers, instead of Falco's own code for it. */
  get hasContainerPlugin(): boolean {
    const { values, oldCollectors } = this;
    return (
      !this.isBefore("4.22.0") &&
      values.isOn("driver", "enabled") &&
      values.isOn("collectors", "enabled") &&
      (values.isOn("collectors", "containerEngine", "enabled") || oldCollectors.length > 0)
    );
  }

  /** Settings by container runtime, which charts before 7.0.0 have. */
  get oldCollectors(): readonly string[] {
    if (!this.isBefore("7.0.0")) return [];
    return ["docker", "crio", "containerd"].filter((name) => this.values.isOn("collectors", name, "enabled"));
  }

  /** The container engines that the plugin looks at; the settings by runtime replace those of the plugin. */
  get engines(): MapNode | undefined {
    const { values, build } = this;
    const own = values.get("collectors", "containerEngine", "engines");
    if (own?.kind !== "map" || this.oldCollectors.length === 0) return own?.kind === "map" ? own : undefined;
    const replaced = { docker: "docker", containerd: "containerd", cri: "crio" };
    return Object.entries(replaced).reduce<MapNode>(
      (map, [engine, name]) => {
        const socket = values.get("collectors", name, "socket");
        const enabled = build.node(this.oldCollectors.includes(name), values.get("collectors", name));
        return withEntry(
          map,
          engine,
          build.map({ enabled, sockets: build.list(socket === undefined ? [] : [socket]) }),
        );
      },
      { ...own, entries: own.entries.map((item) => ({ ...item, value: off(item.value) })) },
    );
  }

  /** The engines that are on, in the order in which the chart goes through them. */
  get enabledEngines(): readonly { name: string; settings: Node }[] {
    const order = ["docker", "podman", "containerd", "cri", "lxc", "libvirt_lxc", "bpm"];
    const found = entries(this.engines)
      .filter(({ value }) => value.kind === "map" && isTrue(withoutFalse(value)))
      .map(({ key, value }) => ({ name: key, settings: value }));
    return this.isBefore("6.2.0")
      ? found.toSorted((a, b) => (a.name < b.name ? -1 : 1))
      : order.flatMap((name) => found.find((engine) => engine.name === name) ?? []);
  }
}

function withoutFalse(settings: MapNode): Node | undefined {
  return settings.entries.find(({ key }) => key === "enabled")?.value;
}

function off(settings: Node): Node {
  return settings.kind === "map" ? withEntry(settings, "enabled", nodeAt(false, settings)) : settings;
}
