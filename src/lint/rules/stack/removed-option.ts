import { compareVersions } from "../../../falco/index.ts";
import { settled } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";

/** Options of Falco's command line with the first version that lacks them, and what took their place. */
const removed: readonly (readonly [option: string, version: string, instead: string])[] = [
  ["modern-bpf", "0.38.0", "engine.kind: modern_ebpf in falco.yaml"],
  ["nodriver", "0.38.0", "engine.kind: nodriver in falco.yaml"],
  ["e", "0.38.0", "engine.kind: replay in falco.yaml"],
  ["g", "0.38.0", "engine.kind: modern_ebpf in falco.yaml"],
  ["gvisor-config", "0.38.0", "engine.kind: modern_ebpf in falco.yaml"],
  ["D", "0.39.0", "rules: [disable: {rule: ...}] in falco.yaml"],
  ["T", "0.39.0", "rules: [disable: {tag: ...}] in falco.yaml"],
  ["t", "0.39.0", "rules: [disable: {rule: '*'}, enable: {tag: ...}] in falco.yaml"],
  ["cri", "0.40.0", "the container plugin's sockets in falco.yaml"],
  ["disable-cri-async", "0.40.0", "the container plugin's settings in falco.yaml"],
  ["A", "0.41.0", "base_syscalls.all: true in falco.yaml"],
  ["b", "0.41.0", "buffer_format_base64: true in falco.yaml"],
  ["print-base64", "0.41.0", "buffer_format_base64: true in falco.yaml"],
  ["S", "0.41.0", "falco_libs.snaplen in falco.yaml"],
  ["snaplen", "0.41.0", "falco_libs.snaplen in falco.yaml"],
];

const rule: LintRule = {
  id: "stack/removed-option",
  severity: "error",
  summary: "Falco's command line has an option that this version does not know",
  fixable: false,
  *check({ stacks }) {
    for (const { command, falcoVersion } of stacks) {
      const version = settled(falcoVersion);
      if (version === undefined || command.shell !== undefined) continue;
      for (const [option, gone, instead] of removed) {
        const location = command.flags.get(option);
        if (location === undefined || compareVersions(version, gone) < 0) continue;
        const written = option.length === 1 ? `-${option}` : `--${option}`;
        yield {
          at: location,
          message: `Falco ${version} does not know ${written}, which went with ${gone}, and does not start.`,
          help: `Use ${instead}.`,
        };
      }
    }
  },
};

export default rule;
