import { at, items, type Location, type Node, text } from "../../project/index.ts";

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

/** The variables of a container: those of `envFrom` first, as those of `env` win. */
export function readEnvironment(container: Node): EnvironmentVariable[] {
  return [...readEnvFrom(at(container, "envFrom")), ...readEnv(at(container, "env"))];
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
