import type { Resource } from "../../kubernetes/index.ts";
import { at, entries, items, type Location, type MapNode, type Node, text } from "../../project/index.ts";
import { type Image, readImage } from "./image.ts";

/** What makes pods: a DaemonSet, a Deployment, a bare Pod ... */
export interface Workload {
  readonly resource: Resource;
  /** The pod's `spec`. */
  readonly pod: MapNode;
  /** The pod's labels. */
  readonly labels: ReadonlyMap<string, string>;
  readonly containers: readonly Container[];
  readonly initContainers: readonly Container[];
}

/** One container of a pod, or a service of a compose file. */
export interface Container {
  readonly name: string;
  readonly node: MapNode;
  readonly image: Image | undefined;
  /** `command` and `args`, in order. */
  readonly words: readonly Word[];
  /** Later entries win. */
  readonly env: readonly EnvironmentVariable[];
}

export interface Word {
  readonly text: string;
  readonly location: Location;
}

export interface EnvironmentVariable {
  /** Undefined for all keys of a Secret or ConfigMap (`envFrom`). */
  readonly name: string | undefined;
  readonly value: EnvironmentValue;
  /** The name, or the reference of `envFrom`. */
  readonly location: Location;
}

export type EnvironmentValue =
  | { readonly kind: "literal"; readonly text: string; readonly location: Location }
  | {
      readonly kind: "reference";
      readonly to: "Secret" | "ConfigMap";
      readonly name: string;
      /** Undefined for `envFrom`. */
      readonly key: string | undefined;
      /** For `envFrom`. */
      readonly prefix: string;
      readonly optional: boolean;
      readonly location: Location;
    }
  | { readonly kind: "downward"; readonly location: Location };

const podPaths: Readonly<Record<string, readonly string[]>> = {
  Pod: [],
  DaemonSet: ["spec", "template"],
  Deployment: ["spec", "template"],
  StatefulSet: ["spec", "template"],
  ReplicaSet: ["spec", "template"],
  Job: ["spec", "template"],
  CronJob: ["spec", "jobTemplate", "spec", "template"],
};

export function readWorkloads(resources: readonly Resource[]): Workload[] {
  return resources.flatMap((resource) => {
    const path = Object.hasOwn(podPaths, resource.kind) ? podPaths[resource.kind] : undefined;
    if (path === undefined) return [];
    const template = at(resource.root, ...path);
    const pod = at(template, "spec");
    if (pod?.kind !== "map") return [];
    return [
      {
        resource,
        pod,
        labels: stringMap(at(template, "metadata", "labels")),
        containers: readContainers(at(pod, "containers")),
        initContainers: readContainers(at(pod, "initContainers")),
      },
    ];
  });
}

function readContainers(list: Node | undefined): Container[] {
  return items(list).flatMap((node) => {
    if (node.kind !== "map") return [];
    const image = at(node, "image");
    return [
      {
        name: text(at(node, "name")) ?? "",
        node,
        image: image === undefined ? undefined : readImage(image),
        words: [...words(at(node, "command")), ...words(at(node, "args"))],
        env: [...readEnvFrom(at(node, "envFrom")), ...readEnv(at(node, "env"))],
      },
    ];
  });
}

function words(list: Node | undefined): Word[] {
  return items(list).flatMap((node) => {
    const word = text(node);
    return word === undefined ? [] : [{ text: word, location: node }];
  });
}

function readEnv(list: Node | undefined): EnvironmentVariable[] {
  return items(list).flatMap((node) => {
    const nameNode = at(node, "name");
    const name = text(nameNode);
    if (name === undefined || nameNode === undefined) return [];
    const value = at(node, "value");
    const from = at(node, "valueFrom");
    return [{ name, location: nameNode, value: readValue(value, from, nameNode) }];
  });
}

function readValue(value: Node | undefined, from: Node | undefined, location: Location): EnvironmentValue {
  if (from === undefined) return { kind: "literal", text: text(value) ?? "", location: value ?? location };
  for (const [field, to] of [
    ["secretKeyRef", "Secret"],
    ["configMapKeyRef", "ConfigMap"],
  ] as const) {
    const reference = at(from, field);
    if (reference === undefined) continue;
    return {
      kind: "reference",
      to,
      name: text(at(reference, "name")) ?? "",
      key: text(at(reference, "key")) ?? "",
      prefix: "",
      optional: text(at(reference, "optional")) === "true",
      location: reference,
    };
  }
  return { kind: "downward", location: from };
}

function readEnvFrom(list: Node | undefined): EnvironmentVariable[] {
  return items(list).flatMap((node) =>
    (
      [
        ["secretRef", "Secret"],
        ["configMapRef", "ConfigMap"],
      ] as const
    ).flatMap(([field, to]) => {
      const reference = at(node, field);
      if (reference === undefined) return [];
      return [
        {
          name: undefined,
          location: reference,
          value: {
            kind: "reference" as const,
            to,
            name: text(at(reference, "name")) ?? "",
            key: undefined,
            prefix: text(at(node, "prefix")) ?? "",
            optional: text(at(reference, "optional")) === "true",
            location: reference,
          },
        },
      ];
    }),
  );
}

export function stringMap(node: Node | undefined): Map<string, string> {
  return new Map(
    entries(node).flatMap(({ key, value }) => {
      const string = text(value);
      return string === undefined ? [] : [[key, string] as const];
    }),
  );
}

/** The entry that counts for an environment variable. */
export function variable(container: Container, name: string): EnvironmentVariable | undefined {
  return container.env.findLast((candidate) => candidate.name === name);
}
