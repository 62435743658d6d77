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

import { falcoPods, hostRoot, missingHostProc, readsKernel } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";
import { startProblems } from "../../start-problems.ts";

const rule: LintRule = {
  id: "stack/host-mounts",
  severity: "error",
  confidence: "high",
  summary: "Falco's pod lacks a path of the node that it reads",
  fixable: false,
  *check({ stacks }) {
    for (const { stack, container } of falcoPods(stacks)) {
      if (!readsKernel(stack)) continue;
      yield* startProblems(missingHostProc(stack));
      const root = hostRoot(stack);
      if (stack.files.hostPath(`${root}/etc`) !== "/etc") {
        yield {
          at: container.volumeMounts ?? container.nameLocation,
          severity: "notice",
          message: `The node's /etc is not mounted at ${root}/etc, so users and groups of the node have no names.`,
          help: `Mount the host path /etc at ${root}/etc, read only.`,
        };
      }
    }
  },
};

export default rule;
