import { deploymentFeatures } from "../../falco/index.ts";
import type { Location } from "../../project/index.ts";
import type { FalcoConfig } from "./falco-config.ts";
import type { ChannelName } from "./settings.ts";

/** One output channel of Falco that is switched on. */
export interface Channel {
  readonly name: ChannelName;
  /** Where it is switched on. */
  readonly location: Location;
  /** Address of `http`, command of `program`, file name of `file`. */
  readonly target: { readonly text: string; readonly location: Location } | undefined;
}

/** The output channels that are on in that version. */
export function readChannels({ settings }: FalcoConfig, version: string | undefined): Channel[] {
  const names: ChannelName[] = ["http", "program", "stdout", "syslog", "file"];
  if (version !== undefined && deploymentFeatures(version).grpcOutput) names.push("grpc");
  return names.flatMap((name) => {
    const { enabled, target } = settings.outputs[name] ?? {};
    if (enabled?.value !== true) return [];
    const isWritten = target !== undefined && target.value !== "";
    return [
      {
        name,
        location: enabled,
        target: isWritten ? { text: target.value, location: target } : undefined,
      },
    ];
  });
}

/** Whether alerts are JSON, and where that is decided. */
export function jsonOutput({ settings, location }: FalcoConfig): {
  readonly on: boolean;
  readonly location: Location;
} {
  return { on: settings.jsonOutput?.value === true, location: settings.jsonOutput ?? location };
}
