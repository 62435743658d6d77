import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** What is used here of the report of one deployment. */
interface Report {
  readonly coverage: {
    readonly frameworks: readonly {
      readonly totals: Readonly<
        Record<"detect" | "partial", { readonly total: number; readonly covered: number }>
      >;
    }[];
    readonly signals: readonly {
      readonly attacks: readonly { readonly rules: readonly string[] }[];
      readonly everyday: readonly {
        readonly rules: readonly { readonly priority: string; readonly pages: boolean }[];
      }[];
    }[];
  };
}

/** From the most urgent on. */
const priorities = ["CRITICAL", "WARNING", "NOTICE"];

/** What of the policies is another deployment than the one that is measured. */
const others = ["overlays/development", "falco/values-production.yaml", "falco/operator"];

/**
 * What the production overlay detects on each platform with the layer of that platform, and on all platforms without any: the
 * everyday events of other platforms are left out.
 */
export function platformTable(root: string): string {
  const platforms = readdirSync(path.join(root, "policies/falco/platforms")).sort();
  const head = [
    "platform",
    "controls proven",
    "parts proven",
    "attacks detected",
    "everyday events",
    ...priorities.map((priority) => (priority === "CRITICAL" ? "CRITICAL or ERROR" : priority)),
    "pages",
  ];
  const rows = [undefined, ...platforms].map((platform) => [
    platform ?? "any, without its layer",
    ...cells(measured(root, platform)),
  ]);
  return [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

function measured(root: string, platform: string | undefined): Report {
  const folder = mkdtempSync(path.join(tmpdir(), "falcoverage-platform-"));
  try {
    cpSync(path.join(root, "policies"), path.join(folder, "policies"), { recursive: true });
    for (const other of others) rmSync(path.join(folder, "policies", other), { recursive: true });
    const config = readFileSync(path.join(root, "falcoverage.yaml"), "utf8");
    const where = platform === undefined ? "" : `organisation:\n  platforms: [${platform}]`;
    writeFileSync(
      path.join(folder, "falcoverage.yaml"),
      config.replace("organisation:", where || "organisation:"),
    );
    mkdirSync(path.join(folder, "policies/cluster"));
    const component = platform === undefined ? "" : `components: [../falco/platforms/${platform}]\n`;
    writeFileSync(
      path.join(folder, "policies/cluster/kustomization.yaml"),
      `apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [../overlays/production]\n${component}`,
    );
    const args = ["check", "policies", "--level", "proven", "--format", "json", "--fail-on", "never"];
    const json = execFileSync(process.execPath, [path.join(root, "dist/cli.js"), ...args], {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 100 * 1024 * 1024,
    });
    return JSON.parse(json) as Report;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function cells({ coverage: { frameworks, signals } }: Report): string[] {
  const proven = (kind: "detect" | "partial") => {
    const sum = (key: "total" | "covered") =>
      frameworks.reduce((all, { totals }) => all + totals[kind][key], 0);
    return `${sum("covered")} of ${sum("total")}`;
  };
  const attacks = signals.flatMap((signal) => signal.attacks);
  const everyday = signals.flatMap((signal) => signal.everyday);
  const detected = attacks.filter(({ rules }) => rules.length > 0).length;
  const counts = priorities.map((priority, rank) => {
    const worst = everyday.filter(({ rules }) => rules.length > 0 && worstOf(rules) === rank).length;
    return priority === "NOTICE"
      ? String(worst)
      : `${worst} (${((worst * 100) / everyday.length).toFixed(1)}%)`;
  });
  const pages = everyday.filter(({ rules }) => rules.some((rule) => rule.pages)).length;
  return [
    proven("detect"),
    proven("partial"),
    `${detected} of ${attacks.length}`,
    String(everyday.length),
    ...counts,
    String(pages),
  ];
}

/** The rank of the most urgent of the rules; what is above CRITICAL counts with it, as does ERROR. */
function worstOf(rules: readonly { readonly priority: string }[]): number {
  return Math.min(
    ...rules.map(({ priority }) => {
      const rank = priorities.indexOf(priority.toUpperCase());
      return ["EMERGENCY", "ALERT", "ERROR"].includes(priority.toUpperCase()) ? 0 : rank === -1 ? 2 : rank;
    }),
  );
}
