import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { ruleCoverage, ruleWays } from "../../src/compliance/index.ts";
import { traceText } from "../../src/report/index.ts";
import { modelFrom } from "../lint/model.ts";

const folder = path.join(import.meta.dirname, "../lint/rules/stack/audit-level");
const read = (name: string): string => readFileSync(path.join(folder, name), "utf8");

async function standingOf(text: string, rule: string) {
  const { rulesets } = await modelFrom({ "falco.yaml": text });
  const { rung, blockedBy } = ruleCoverage(rulesets, new Map())(rule).coverage;
  return {
    rung,
    blockedBy,
    trace: traceText(rulesets[0]!.rules.get(rule)!, ruleWays(rulesets)(rule), {
      color: false,
      width: 100,
    }),
  };
}

describe("a rule on audit events", () => {
  it.each([
    ["bad.yaml", "Privileged pod", "at Metadata"],
    ["bad-stage.yaml", "Namespace deleted", "omits the stages"],
    ["bad-none.yaml", "Secret read", "does not record"],
    ["bad-none.yaml", "Token made", "without the response's body"],
  ])(
    "of %s does not count as enabled where the audit policy leaves out what it reads: %s",
    async (file, rule, why) => {
      const { rung, blockedBy, trace } = await standingOf(read(file), rule);
      expect(rung).toBe("valid");
      expect(blockedBy).toMatchObject({ rung: "enabled", file: "falco.yaml" });
      expect(blockedBy?.reason).toContain(why);
      expect(trace).toContain("✘ The rule can never fire: the audit policy");
    },
  );

  it.each([
    ["bad.yaml", "Key in a ConfigMap"],
    ["good.yaml", "Privileged pod"],
    ["good-not-known.yaml", "Anything with a key"],
    ["good-not-known.yaml", "Network policy"],
  ])("of %s counts where some request is seen: %s", async (file, rule) => {
    const { rung, trace } = await standingOf(read(file), rule);
    expect(rung).toBe("deployed");
    expect(trace).toContain("The audit policy does not keep the rule from firing.");
  });

  it("is not held against a second policy that lets it see", async () => {
    const full = "---\napiVersion: audit.k8s.io/v1\nkind: Policy\nrules: [{level: RequestResponse}]\n";
    expect((await standingOf(`${read("bad.yaml")}${full}`, "Privileged pod")).rung).toBe("deployed");
  });

  it("says that levels are not checked without a policy of the repository", async () => {
    const [deployment] = read("bad.yaml").split("---\napiVersion: audit.k8s.io/v1");
    const webhook =
      "---\napiVersion: v1\nkind: Config\nclusters: [{name: falco, cluster: {server: 'http://10.0.0.1:9765/k8s-audit'}}]\n";
    const { rung, trace } = await standingOf(`${deployment}${webhook}`, "Privileged pod");
    expect(rung).toBe("deployed");
    expect(trace).toContain(
      "No audit policy is among the files, so what the API server records is not checked.",
    );
  });

  it("says that levels are not checked where the provider of the cluster sends them", async () => {
    const text = read("bad.yaml")
      .replaceAll("k8saudit,", "k8saudit-eks,")
      .replace(
        "name: k8saudit\n        library_path: libk8saudit.so",
        "name: k8saudit-eks\n        library_path: libk8saudit-eks.so",
      )
      .replace("open_params: http://:9765/k8s-audit", "open_params: cluster");
    const { trace } = await standingOf(text, "Privileged pod");
    expect(trace).not.toContain("can never fire");
  });
});
