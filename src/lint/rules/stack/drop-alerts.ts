/**
 * Falco does not alert when it loses kernel events.
 *
 * ## Why
 *
 * Under load the kernel's buffers overflow and events are lost; an attacker can cause that. What was lost is
 * exactly what no rule saw. By default the action is to ignore it.
 *
 * ## Instead
 *
 * Set the actions to `[log, alert]`.
 */

import { configTexts } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";

/** Engines without events of the kernel that could be lost. */
const sightless = new Set(["nodriver", "replay"]);

const rule: LintRule = {
  id: "stack/drop-alerts",
  severity: "warning",
  confidence: "medium",
  summary: "Falco does not alert when it loses kernel events",
  fixable: false,
  *check(model) {
    for (const { root, settings: own, stack } of configTexts(model)) {
      // A part of the configuration may leave it to another part.
      if (stack === undefined && own.syscallEventDrops === undefined) continue;
      const config = stack?.config.state === "known" ? stack.config.value : undefined;
      if (config !== undefined && config.parts[0]?.root !== root) continue;
      const settings = config?.settings ?? own;
      if (sightless.has(settings.engine?.kind?.value ?? "")) continue;
      const actions = settings.syscallEventDrops?.actions;
      const words = (actions?.value ?? []).map(({ value }) => value);
      if (words.includes("alert") || words.includes("exit")) continue;
      yield {
        at: actions ?? own.syscallEventDrops ?? { text: root.text, span: { start: 0, end: 0 } },
        message: words.includes("log")
          ? "Lost kernel events are written to Falco's log alone, where nobody sees them."
          : "Lost kernel events are passed over in silence.",
        help: "Set syscall_event_drops.actions to [log, alert]: what was lost may be what you look for.",
      };
    }
  },
};

export default rule;
