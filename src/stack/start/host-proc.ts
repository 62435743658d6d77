import { variable } from "../cluster/index.ts";
import { readsKernel, type Stack } from "../model/index.ts";
import type { StartFailure } from "./start-failure.ts";

/** The directory below which Falco looks for the node's files. */
export function hostRoot({ pod }: Stack): string {
  const stated = pod && variable(pod.container, "HOST_ROOT");
  // The image sets /host.
  return stated?.value.kind === "literal" ? stated.value.text : "/host";
}

/** Falco reads the running processes first, and ends where there is no such directory. */
export function missingHostProc(stack: Stack): StartFailure | undefined {
  const { pod, files } = stack;
  if (pod === undefined || !readsKernel(stack)) return undefined;
  const { container } = pod;
  const root = hostRoot(stack);
  if (files.hostPath(`${root}/proc`) === "/proc") return undefined;
  const stated = variable(container, "HOST_ROOT");
  return {
    sentence: `The node's /proc is not mounted at ${root}/proc, where Falco reads its processes${stated === undefined ? "" : " by HOST_ROOT"}.`,
    help: `Mount the host path /proc at ${root}/proc, read only.`,
    location: stated?.location ?? container.volumeMounts ?? container.nameLocation,
  };
}
