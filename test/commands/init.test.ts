import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Report } from "../../src/report/index.ts";
import { runIn } from "../run-in.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "falcoverage-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const falcoverage = (...args: readonly string[]) => runIn(folder, ...args);

function write(file: string, content: string): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), content);
}

const read = (file: string): string => readFileSync(path.join(folder, file), "utf8");

async function report(...args: readonly string[]): Promise<Report> {
  return JSON.parse((await falcoverage("check", "--format", "json", ...args)).out);
}

describe("the reference policies", () => {
  test.each(["helm", "kustomize", "operator", "manifests"])(
    "an empty repository passes with them in two commands, deployed by %s, and every detectable control is proven",
    async (tool) => {
      const init = await falcoverage(
        ...["init", "--start", "pack", "--deploy", tool, "--platform", "eks", "--namespace", "security"],
        ...[
          "--registries",
          "registry.acme.io",
          "--outputs",
          "teams,elasticsearch",
          "--cardholder-paths",
          "none",
        ],
        ...["--phi-paths", "/srv/records", "--personal-data-paths", "/srv/people"],
      );
      expect(init).toMatchObject({ code: 0, error: "" });
      expect(init.out).toContain("Falco rules   none of your own");
      expect(init.out).toContain("Secret security/falcosidekick-secrets: TEAMS_WEBHOOK_URL");
      const { summary, findings, coverage } = await report("--level", "proven");
      expect(findings.filter(({ severity }) => severity !== "notice")).toEqual([]);
      expect(summary.passed).toBe(true);
      expect(coverage.totals.covered).toBe(coverage.totals.total);
      expect(coverage.totals.total).toBeGreaterThan(50);
      expect(coverage.frameworks).toHaveLength(14);
    },
    120_000,
  );

  test("respond by themselves where that is asked for, and say which controls ask for it", async () => {
    const args = ["--start", "pack", "--deploy", "kustomize", "--platform", "gke"];
    const uncovered = async (): Promise<string[]> => {
      const { summary, coverage } = await report();
      expect(summary.passed).toBe(true);
      return coverage.frameworks
        .flatMap(({ controls }) =>
          controls.filter(
            ({ runtime, rung, covered, counted }) =>
              runtime === "support" && counted && rung !== null && !covered,
          ),
        )
        .map(({ id }) => id);
    };
    const { out } = await falcoverage("init", ...args);
    const lacking = await uncovered();
    expect(lacking).toEqual(["IR-4(1)", "SI-7(5)", "RS.MI-01"]);
    expect(out).toContain("an automatic response, for FedRAMP IR-4(1), SI-7(5); NIST CSF RS.MI-01: ");
    expect(existsSync(path.join(folder, "runtime-security/falco/response"))).toBe(false);
    const again = await falcoverage("init", ...args, "--outputs", "slack,loki,talon", "--force");
    expect(again.out).not.toContain("an automatic response");
    expect(await uncovered()).toEqual([]);
    expect(read("runtime-security/falco/falcosidekick.yaml")).toMatch(
      /podSelector:\n {12}matchLabels:\n {14}app\.kubernetes\.io\/name: falco-talon\n {6}ports:\n {8}- port: 2803/,
    );
  }, 120_000);

  test("say by name what was left open, and nothing of the namespace they come from", async () => {
    const { out } = await falcoverage(
      "init",
      "--start",
      "pack",
      "--namespace",
      "security",
      "--frameworks",
      "soc2",
    );
    expect(out).toMatch(/registries: .*falco-rules-local\.yaml/);
    expect(out).toMatch(/phi-paths: .*falcoverage\.yaml/);
    const local = read("runtime-security/falco/falco-rules-local.yaml");
    expect(local).toContain("# PLACEHOLDER phi-paths");
    expect(local).toContain("namespace: security");
    for (const file of ["falco/values-production.yaml", "README.md", "logging/fluent-bit.yaml"])
      expect(read(`runtime-security/${file}`), file).not.toContain("falco-system");
    expect(Object.keys(parse(read("runtime-security/matrix.yaml")).controls)).toEqual(["soc2"]);
    const { summary, coverage } = await report();
    expect(summary.passed).toBe(true);
    expect(coverage.totals.covered).toBe(coverage.totals.total);
  }, 60_000);
});

test("from existing rules a matrix is proposed by what each detects, and only rules that are loaded are named", async () => {
  write(
    "rules.yaml",
    `- rule: Our reverse shell
  desc: The standard streams of a shell go to the network.
  condition: evt.type in (dup, dup2, dup3) and fd.type in (ipv4, ipv6) and fd.num in (0, 1, 2) and container.id != host
  output: Reverse shell %proc.name
  priority: WARNING
`,
  );
  write(
    "values.yaml",
    "image: {repository: falcosecurity/falco}\nfalco: {rules_files: [/etc/falco/falco_rules.yaml]}\n",
  );
  const { code, out } = await falcoverage("init", "--frameworks", "soc2");
  expect(code).toBe(0);
  expect(out).toMatch(/1 of your own, and \d\d of Falco's that deployments load/);
  const matrix = read("falcoverage-matrix.yaml");
  expect(matrix).toMatch(/- Our reverse shell # .*reverse-shell/);
  expect(matrix).toContain("- Terminal shell in container # ");
  const { findings } = await report();
  expect(findings.filter(({ rule }) => rule === "matrix/unknown-rule")).toEqual([]);
}, 60_000);

test("what is there stays unless --force is given", async () => {
  write("falcoverage.yaml", "version: 1\n");
  expect((await falcoverage("init", "--frameworks", "gdpr")).out).toContain("kept     falcoverage.yaml");
  expect(read("falcoverage.yaml")).toBe("version: 1\n");
  await falcoverage("init", "--frameworks", "gdpr", "--force");
  expect(read("falcoverage.yaml")).toContain("level: routed");
});

test("the workflow names its permissions, a schedule and the branch that is checked out, and pins what it uses", async () => {
  write(".git/HEAD", "ref: refs/heads/trunk\n");
  await falcoverage("init", "--yes");
  const { on, permissions, concurrency, jobs } = parse(read(".github/workflows/falcoverage.yml"));
  expect(on.push.branches).toEqual(["trunk"]);
  expect(on.schedule).toHaveLength(1);
  expect(permissions).toEqual({ contents: "read" });
  expect(concurrency.group).toContain("github.ref");
  const uses = [...jobs.check.steps, ...jobs.badge.steps].map(({ uses }: { uses: string }) => uses);
  for (const one of uses) expect(one).toMatch(/@([0-9a-f]{40}|v\d+\.\d+\.\d+)$/);
});

test.each([
  [["--start", "pakc"], 'did you mean "pack"?'],
  [["--deploy", "terraform"], "use helm, kustomize, operator, manifests."],
  [["--directory", "../elsewhere"], "is no folder of this repository"],
  [["--namespace", "a b"], "is no name of a namespace"],
  [["--phi-paths", "srv/x"], "is no absolute path"],
  [["--registries", "a'b"], "is no registry"],
  [["--outputs", "slak"], 'did you mean "slack"?'],
])("%j is refused before anything is written", async (args, expected) => {
  const { code, error } = await falcoverage("init", "--start", "pack", ...args);
  expect(code).toBe(2);
  expect(error).toContain(expected);
  expect(existsSync(path.join(folder, "falcoverage.yaml"))).toBe(false);
});
