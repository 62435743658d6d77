import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "matrix/unmapped-control",
  severity: "notice",
  summary: "A control that a runtime detector can see has no rule",
  fixable: false,
  *check({ compliance, signals, today }) {
    const answered = new Set<string>();
    const key = (framework: string, control: string) => `${framework} ${control}`;
    for (const { entry, used, lookup } of compliance.entries) {
      if (used === undefined || lookup === undefined || !("control" in lookup)) continue;
      const excluded =
        entry.scope !== undefined && (entry.scope.until === undefined || entry.scope.until >= today);
      if (entry.rules.length > 0 || excluded || entry.runtime !== undefined) {
        answered.add(key(used.framework.id, lookup.control.id));
      }
    }
    for (const { used, lookup } of compliance.tags) {
      if (used !== undefined && lookup !== undefined && "control" in lookup) {
        answered.add(key(used.framework.id, lookup.control.id));
      }
    }
    for (const { framework, use, selected } of compliance.frameworks) {
      if (use === undefined) continue;
      const entry = new Map(
        compliance.entries.flatMap(({ entry, used, lookup }) =>
          used?.framework === framework && lookup !== undefined && "control" in lookup
            ? [[lookup.control.id, entry] as const]
            : [],
        ),
      );
      for (const control of selected) {
        if (control.runtime !== "detect" || !control.counted || answered.has(key(framework.id, control.id)))
          continue;
        const examples = control.signals.flatMap((id) => signals.get(id)?.rules ?? []).slice(0, 3);
        yield {
          at: entry.get(control.id) ?? use,
          message: `No rule is named for ${control.id} of ${framework.name} (${control.title}).`,
          help:
            `Signals that show it: ${control.signals.join(", ")}.` +
            (examples.length > 0
              ? ` Upstream rules that give one: ${examples.map((name) => `"${name}"`).join(", ")}.`
              : ""),
        };
      }
    }
  },
};

export default rule;
