import { deploymentFeatures } from "../../falco/index.ts";
import { at, type Location, text } from "../../project/index.ts";
import type { FalcoConfig } from "./falco-config.ts";

export type ChannelName = "stdout" | "syslog" | "file" | "program" | "http" | "grpc";

/** One output channel of Falco that is switched on. */
export interface Channel {
  readonly name: ChannelName;
  /** Where it is switched on. */
  readonly location: Location;
  /** Address of `http`, command of `program`, file name of `file`. */
  readonly target: { readonly text: string; readonly location: Location } | undefined;
}

const targets: Readonly<Partial<Record<ChannelName, string>>> = {
  file: "filename",
  program: "program",
  http: "url",
};

/** The output channels that are on in that version. */
export function readChannels(config: FalcoConfig, version: string | undefined): Channel[] {
  const names: ChannelName[] = ["http", "program", "stdout", "syslog", "file"];
  if (version !== undefined && deploymentFeatures(version).grpcOutput) names.push("grpc");
  return names.flatMap((name) => {
    const key = `${name}_output`;
    const enabled = at(config.root, key, "enabled");
    if (text(enabled) !== "true" || enabled === undefined) return [];
    const field = targets[name];
    const target = field === undefined ? undefined : at(config.root, key, field);
    const value = text(target);
    return [
      {
        name,
        location: enabled,
        target:
          target === undefined || value === undefined || value === ""
            ? undefined
            : { text: value, location: target },
      },
    ];
  });
}

/** Whether alerts are JSON, and where that is decided. */
export function jsonOutput(config: FalcoConfig): { readonly on: boolean; readonly location: Location } {
  const node = at(config.root, "json_output");
  return { on: text(node) === "true", location: node ?? config.location };
}
