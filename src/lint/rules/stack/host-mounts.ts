/**
 * The Falco pod lacks /proc (or /etc) of the node at the place where Falco looks for it.
 *
 * ## Why
 *
 * Falco reads the processes that run already from the node's /proc, below the directory that `HOST_ROOT`
 * names (`/host` in the image). Without it Falco does not start, or knows the processes of its own container
 * alone. /etc has the names of users and groups.
 *
 * ## Instead
 *
 * Mount /proc and /etc of the node below the directory that `HOST_ROOT` names.
 */

import { falcoPods, readsKernel, variable } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "stack/host-mounts",
  severity: "error",
  confidence: "high",
  summary: "Falco's pod lacks a path of the node that it reads",
  fixable: false,
  *check({ stacks }) {
    for (const { stack, container } of falcoPods(stacks)) {
      if (!readsKernel(stack)) continue;
      const stated = variable(container, "HOST_ROOT");
      // The image sets /host.
      const root = stated?.value.kind === "literal" ? stated.value.text : "/host";
      const location = container.volumeMounts ?? container.nameLocation;
      if (stack.files.hostPath(`${root}/proc`) !== "/proc") {
        yield {
          at: stated?.location ?? location,
          message: `The node's /proc is not mounted at ${root}/proc, where Falco reads its processes${stated === undefined ? "" : " by HOST_ROOT"}.`,
          help: `Mount the host path /proc at ${root}/proc, read only.`,
        };
      }
      if (stack.files.hostPath(`${root}/etc`) !== "/etc") {
        yield {
          at: location,
          severity: "notice",
          message: `The node's /etc is not mounted at ${root}/etc, so users and groups of the node have no names.`,
          help: `Mount the host path /etc at ${root}/etc, read only.`,
        };
      }
    }
  },
};

export default rule;
