import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { JSDOM } from "jsdom";
import { afterEach, describe, expect, test } from "vitest";
import type { Report } from "../../src/report/report.ts";
import { deployment, manifests, matrixOf, vaultRule } from "../github/deployment.ts";
import { runIn } from "../run-in.ts";

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function workspace(changes: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(path.join(tmpdir(), "falcoverage-routes-"));
  folders.push(folder);
  for (const [file, text] of Object.entries({ ...deployment, ...changes })) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  return folder;
}

/** The pictures of the only control: each arrow with the place behind it, and what is said below. */
async function pictures(changes?: Readonly<Record<string, string>>) {
  const { out, error } = await runIn(workspace(changes), "check", ".", "--format", "html");
  expect(error).toBe("");
  const { document } = new JSDOM(out).window;
  return Array.from(document.querySelectorAll(".way"), (way) => ({
    steps: Array.from(way.querySelectorAll(".node"), (node) => {
      const arrow = node.querySelector(":scope > svg")?.getAttribute("aria-label") ?? "from";
      return `${arrow} ${node.querySelector(":scope > .place > b")!.textContent}`;
    }),
    said: Array.from(way.querySelectorAll(".gap li, .stop"), (one) => one.textContent.trim()),
  }));
}

const whole = ["from Vault dumped", "leads to Falco", "leads to falcosidekick", "leads to Slack"];
const quiet = manifests(vaultRule({ priority: "INFO" }), "error");
const secret = manifests(vaultRule()).replace(
  '{name: SLACK_WEBHOOKURL, value: "https://hooks.slack.com/services/T0/B0/x1"}',
  "{name: SLACK_WEBHOOKURL, valueFrom: {secretKeyRef: {name: hooks, key: slack}}}",
);

describe("the picture of a control's rules", () => {
  test("goes from the rules to who is alerted", async () => {
    expect(await pictures()).toEqual([{ steps: whole, said: [] }]);
  });

  test("draws as assumed what a Secret outside of the repository has to hold", async () => {
    const [way] = await pictures({ "policies/falco.yaml": secret });
    expect(way!.steps.at(-1)).toBe("is assumed to lead to Slack");
    expect(way!.said).toEqual([expect.stringContaining("hooks")]);
  });

  test("draws that Secret broken where secrets are strict", async () => {
    const strict = `${deployment["falcoverage.yaml"]}assume: {secrets: strict}\n`;
    const [way] = await pictures({ "policies/falco.yaml": secret, "falcoverage.yaml": strict });
    expect(way!.steps.at(-1)).toBe("may lead to Slack");
    expect(way!.said.at(-1)).toBe("Stops below routed.");
  });

  test("ends at Falco where the priority is below its threshold", async () => {
    const [way] = await pictures({ "policies/falco.yaml": quiet });
    expect(way!.steps).toEqual(["from Vault dumped", "leads to Falco", "does not lead to outputs"]);
    expect(way!.said).toEqual([
      expect.stringMatching(/^Falco sends error and above, and this rule is info\S* \S+:\d+$/),
      "Stops below routed.",
    ]);
  });

  test("ends before Falco where Falco does not start, whatever is set up behind it", async () => {
    const broken = `${vaultRule()}- rule: Broken\n  desc: d\n  condition: proc.nmae = a\n  output: o\n  priority: ERROR\n`;
    const [way] = await pictures({ "policies/falco.yaml": manifests(broken) });
    expect(way!.steps).toEqual(["from Vault dumped", "does not lead to Falco"]);
    expect(way!.said[0]).toContain("Falco does not start");
    expect(way!.said.at(-1)).toBe("Stops below valid.");
  });

  test("ends before Falco where the file is mounted nowhere", async () => {
    const [way] = await pictures({
      "policies/falco.yaml": manifests(vaultRule({ name: "Another" })),
    });
    expect(way!.steps).toEqual(["from Vault dumped", "does not lead to Falco"]);
    expect(way!.said.at(-1)).toBe("Stops below deployed.");
  });

  test("does not lead to the control where the rule shows nothing that it asks for", async () => {
    const other = vaultRule({ condition: "evt.type in (execve, execveat) and proc.name = other" });
    const [way] = await pictures({ "policies/falco.yaml": manifests(other), "policies/rules.yaml": other });
    expect(way!.steps).toEqual(["from Vault dumped", "does not lead to what the control asks for"]);
  });

  test("says of a name that no rule has that there is none", async () => {
    const [way] = await pictures({ "policies/matrix.yaml": matrixOf("Nothing of the kind") });
    expect(way!.steps).toEqual(["from Nothing of the kind", "does not lead to Falco"]);
    expect(way!.said[0]).toBe("No rule of this name is among the files checked.");
  });

  test("shows hostile names as text", async () => {
    const name = `<img src=x onerror=alert(1)>\\u202e`;
    const rule = vaultRule({ name: JSON.stringify(name).replace("\\\\u", "\\u") });
    const { out } = await runIn(
      workspace({
        "policies/falco.yaml": manifests(rule),
        "policies/matrix.yaml": matrixOf(JSON.stringify(name).replace("\\\\u", "\\u")),
      }),
      "check",
      ".",
      "--format",
      "html",
    );
    expect(out).toContain("&lt;img src=x");
    expect(out).not.toContain("<img");
    expect(out).not.toContain("\u202e");
  });
});

test("the JSON has each way once, with the rules that take it", async () => {
  const { out } = await runIn(workspace(), "check", ".", "--format", "json");
  const { routes } = JSON.parse(out) as Report;
  const ok = { status: "ok", reason: null };
  expect(routes).toEqual([
    {
      rules: ["Vault dumped"],
      deployment: "falco/falco",
      loaded: ok,
      raised: ok,
      ends: [{ receiver: "Slack", through: "falcosidekick", sent: ok, received: ok }],
    },
  ]);
});

describe("trace", () => {
  test.each([
    ["what is reached", {}, " ───▶ Falco ───▶ falcosidekick ───▶ Slack"],
    ["what is assumed", { "policies/falco.yaml": secret }, "falcosidekick ──╌▷ Slack (assumed)"],
    ["where it ends", { "policies/falco.yaml": quiet }, "───▶ Falco ───✘ outputs (stops here)"],
  ])("draws %s", async (_, changes, drawing) => {
    const { out } = await runIn(workspace(changes), "trace", "Vault dumped", ".");
    expect(out).toContain(drawing);
    expect(out.includes("The alert reaches Slack.")).toBe(drawing.endsWith("▶ Slack"));
  });

  test("ends where Falco does not start", async () => {
    const broken = `${vaultRule()}- rule: Broken\n  desc: d\n  condition: proc.nmae = a\n  output: o\n  priority: ERROR\n`;
    const { out } = await runIn(
      workspace({ "policies/falco.yaml": manifests(broken) }),
      "trace",
      "Vault dumped",
      ".",
    );
    expect(out).toContain("───✘ Falco (stops here)");
    expect(out).toContain("✘ Falco does not start");
    expect(out).not.toContain("reaches Slack");
  });
});
