/**
 * The Falco pod mounts no socket of a container runtime.
 *
 * ## Why
 *
 * Names of containers, images and pods come from the runtime's socket. Without it, alerts carry a container
 * id and nothing that a responder can look up, and rules that compare images or pods never match.
 *
 * ## Instead
 *
 * Mount the socket of the node's runtime below `/host`: `/host/run/containerd`.
 *
 * ## Notes
 *
 * The sockets looked for are those of the container plugin's settings, or its usual ones.
 */

import { falcoPods, knownValue, type PluginItem, readsKernel, variable } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";

/** Sockets that the container plugin looks for where its configuration names none. */
const usual: Readonly<Record<string, readonly string[]>> = {
  docker: ["/var/run/docker.sock"],
  podman: ["/run/podman/podman.sock"],
  containerd: ["/run/containerd/containerd.sock", "/run/host-containerd/containerd.sock"],
  cri: ["/run/containerd/containerd.sock", "/run/crio/crio.sock", "/run/k3s/containerd/containerd.sock"],
};

const rule: LintRule = {
  id: "stack/runtime-socket",
  severity: "warning",
  confidence: "medium",
  summary: "Falco's pod mounts no socket of a container runtime, so alerts name no container, image or pod",
  fixable: false,
  *check({ stacks }) {
    for (const { stack, container } of falcoPods(stacks)) {
      const plugin = stack.plugins.find(({ name }) => name === "container");
      const config = knownValue(stack.config);
      if (plugin === undefined || config === undefined || !readsKernel(stack)) continue;
      const stated = variable(container, "HOST_ROOT");
      const root = stated?.value.kind === "literal" ? stated.value.text : "/host";
      const item = config.settings.plugins?.value.find(({ name }) => name === "container");
      const wanted = socketsOf(item?.engines ?? new Map());
      const reached = wanted.some((socket) => {
        const bare = socket.replace(/^\/var\/run\//, "/run/");
        return [socket, bare, `/var${bare}`].some(
          (path) => stack.files.hostPath(`${root}${path}`) !== undefined,
        );
      });
      if (reached || wanted.length === 0) continue;
      yield {
        at: container.volumeMounts ?? container.nameLocation,
        message: `None of the runtimes' sockets (${[...new Set(wanted)].join(", ")}) is mounted below ${root}.`,
        help: "Mount the directory of your runtime's socket, such as /run/containerd, so that alerts name container, image and pod.",
      };
    }
  },
};

function socketsOf(engines: PluginItem["engines"]): readonly string[] {
  return Object.entries(usual).flatMap(([name, sockets]) => {
    const engine = engines.get(name);
    if (engine?.enabled === false) return [];
    return engine === undefined || engine.sockets.length === 0 ? sockets : engine.sockets;
  });
}

export default rule;
