/**
 * Falco's container states no resources, or limits that starve it.
 *
 * ## Why
 *
 * Too little memory, and the kernel kills Falco over and over: each CPU's buffer has 8 MiB by default, and
 * the thread table grows with the node. A tight CPU limit throttles Falco, and what it cannot read in time is
 * dropped.
 *
 * ## Instead
 *
 * Request 100m CPU and 512Mi of memory, and limit memory alone, to 1Gi.
 *
 * ## Notes
 *
 * Reported below 256Mi of memory and below 200m CPU.
 */

import { falcoPods, parseQuantity, readsKernel } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";

const MiB = 1024 * 1024;
/** Below it, the buffers of a small node and the thread table alone fill the memory. */
const leastMemory = 256 * MiB;
const leastCpu = 0.2;

const rule: LintRule = {
  id: "stack/resources",
  severity: "warning",
  confidence: "medium",
  summary: "Falco's container states no resources, or too few for its buffers",
  fixable: false,
  *check({ stacks }) {
    for (const { stack, container } of falcoPods(stacks)) {
      const { requests, memoryLimit: memory, cpuLimit: cpu } = container.resources;
      if (requests === undefined && memory === undefined && cpu === undefined) {
        yield {
          at: container.nameLocation,
          severity: "notice",
          message: "Without requests and limits, the node decides when Falco gets CPU and memory.",
          help: "Request 100m CPU and 512Mi memory to begin with, and limit memory to 1Gi.",
        };
        continue;
      }
      if (!readsKernel(stack)) continue;
      const bytes = parseQuantity(memory?.value);
      if (memory !== undefined && bytes !== undefined && bytes < leastMemory)
        yield {
          at: memory,
          message: `${memory.value} of memory does not hold Falco's buffers and tables; it is killed over and over.`,
          help: "Limit memory to 512Mi at least, 1Gi on larger nodes.",
        };
      const cores = parseQuantity(cpu?.value);
      if (cpu !== undefined && cores !== undefined && cores < leastCpu)
        yield {
          at: cpu,
          message: `With a limit of ${cpu.value} CPU the kernel throttles Falco, and events are dropped.`,
          help: "Leave the CPU limit out, or set it to 1 or more.",
        };
    }
  },
};

export default rule;
