/**
 * Falco's container is not privileged and lacks a capability that the driver needs.
 *
 * ## Why
 *
 * The probe cannot be loaded, and Falco stops: BPF and PERFMON load programs and read their buffers,
 * SYS_RESOURCE locks their memory, SYS_PTRACE reads /proc of other processes.
 *
 * ## Instead
 *
 * Add the capabilities that the driver needs: `add: [BPF, PERFMON, SYS_RESOURCE, SYS_PTRACE]`.
 *
 * ## Notes
 *
 * SYS_ADMIN stands for BPF and PERFMON.
 */

import { missingCapabilities } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";
import { startProblems } from "../../start-problems.ts";

const rule: LintRule = {
  id: "stack/capabilities",
  severity: "error",
  confidence: "high",
  summary: "Falco lacks the capabilities that its driver needs, and does not start",
  fixable: false,
  *check({ stacks }) {
    for (const stack of stacks) yield* startProblems(missingCapabilities(stack));
  },
};

export default rule;
