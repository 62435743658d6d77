import { expect, it } from "vitest";
import { lintRules, type Model } from "../../../src/lint/index.ts";
import { workspace } from "../workspace.ts";

const helmfile = (enabled: string) => `releases:
  - name: falco
    namespace: falco
    chart: falcosecurity/falco
    version: 9.1.0
    values:
      - values/falco.yaml
      - falcosidekick: {enabled: ${enabled}}
`;
const values = "driver: {kind: modern_ebpf}\nfalco: {priority: warning}\n";
const advice = ["stack/priority-class", "stack/privileged", "stack/metrics", "stack/update-strategy"];

function found(enabled: string): string[] {
  const model = workspace({ "helmfile.yaml": helmfile(enabled), "values/falco.yaml": values });
  return lintRules
    .filter(({ id }) => advice.includes(id) || id === "helm/not-read")
    .flatMap((rule) => ("check" in rule ? [...rule.check(model as unknown as Model)].map(() => rule.id) : []))
    .sort();
}

it("gives no advice that values of a template may follow already", () => {
  expect(found("true")).toEqual(["stack/metrics", "stack/priority-class", "stack/privileged"]);
  expect(found('"{{ .Values.sidekick }}"')).toEqual(["helm/not-read"]);
});

it("does so too for a template without quotes, which YAML takes for a map", () => {
  expect(found("{{ .Values.sidekick }}")).toEqual(["helm/not-read"]);
});
