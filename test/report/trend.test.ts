import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Ajv } from "ajv";
import axe from "axe-core";
import { JSDOM } from "jsdom";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import schema from "../../schemas/report.schema.json" with { type: "json" };
import { formats } from "../../src/report/formats.ts";
import type { Report } from "../../src/report/report.ts";
import { runIn } from "../run-in.ts";
import { adoption, contextOf } from "./reports.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "falcoverage-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), content);
  }
}

const falcoverage = (...args: readonly string[]) => runIn(folder, ...args);

/** The report in which one control is covered, or is not for a reason, of a commit. */
function report(covered: boolean, commit: string, time?: string): string {
  const { coverage } = adoption.report;
  const [framework] = coverage.frameworks;
  const [control] = framework!.controls.filter(({ runtime, counted }) => runtime === "detect" && counted);
  const rung = covered ? ("proven" as const) : ("enabled" as const);
  const one = {
    ...control!,
    rung,
    covered,
    outOfScope: null,
    blockedBy: covered
      ? null
      : ({ rung: "deployed", reason: "Not mounted.", file: "a b.yaml", line: 7 } as const),
  };
  const counts = {
    total: 1,
    covered: covered ? 1 : 0,
    percent: covered ? 100 : 0,
    rungs: { mapped: 1, valid: 1, enabled: 1, deployed: +covered, routed: +covered, proven: +covered },
  };
  const none = { ...counts, total: 0, covered: 0, percent: null };
  const made: Report = {
    ...adoption.report,
    coverage: {
      ...coverage,
      level: "routed",
      totals: counts,
      frameworks: [{ ...framework!, controls: [one], totals: { detect: counts, support: none, none: 0 } }],
    },
    ...(time === undefined
      ? {}
      : {
          origin: {
            time,
            commit,
            repository: "https://github.test/acme/shop",
            files: `https://github.test/acme/shop/blob/${commit}`,
          },
        }),
  };
  return JSON.stringify(made);
}

interface Page {
  readonly querySelector: (selector: string) => { readonly textContent: string } | null;
  readonly querySelectorAll: (selector: string) => ArrayLike<{ getAttribute(name: string): string | null }>;
}

const month = (number: number) => `2026-0${number}-01T08:00:00.000Z`;
const hash = (digit: string) => digit.repeat(40);

describe("merge of folders", () => {
  beforeEach(() =>
    write({
      "h/payments/prod/1.json": report(true, hash("a"), month(1)),
      "h/payments/prod/2.json": report(false, hash("b"), month(2)),
      "h/payments/prod/3.json": report(true, hash("c"), month(4)),
      "h/payments/edge/2026-03-01-x.json": report(true, hash("d")),
      "h/payments/edge/2026-05-01.json": report(false, hash("e")),
      "h/core/main/1.json": report(true, hash("f"), month(3)),
    }),
  );

  test("takes the newest of each cluster, and shows all over time, by team and cluster", async () => {
    const { code, out, error } = await falcoverage("merge", "h", "--format", "json");
    expect(error).toBe("");
    const merged = JSON.parse(out) as Report;
    expect(new Ajv({ allowUnionTypes: true }).compile(schema)(merged)).toBe(true);
    expect(merged.clusters?.map(({ name, total }) => [name, total.covered])).toEqual([
      ["core/main", 1],
      ["payments/edge", 0],
      ["payments/prod", 1],
    ]);
    expect(merged.teams?.map(({ name, total }) => [name, total.covered])).toEqual([
      ["core", 1],
      ["payments", 0],
    ]);
    const lines = merged.trend!.series.map(({ kind, name, points }) => [
      `${kind} ${name}`,
      points.map(({ time, covered }) => `${time.slice(5, 7)}:${covered}`).join(" "),
    ]);
    expect(Object.fromEntries(lines)).toEqual({
      "all All": "01:1 02:0 03:0 03:0 04:1 05:0",
      "team core": "03:1",
      "team payments": "01:1 02:0 03:0 04:1 05:0",
      "cluster core/main": "03:1",
      "cluster payments/edge": "03:1 05:0",
      "cluster payments/prod": "01:1 02:0 04:1",
    });
    expect(code).toBe(merged.summary.passed ? 0 : 1);
  });

  test("says what was lost when, between which commits, and when it was covered again", async () => {
    const { out } = await falcoverage("merge", "h", "--format", "json");
    const { losses } = (JSON.parse(out) as Report).trend!;
    expect(losses).toMatchObject([
      { cluster: "payments/edge", time: "2026-05-01T00:00:00.000Z", regained: null, reason: "Not mounted." },
      {
        cluster: "payments/prod",
        time: month(2),
        since: hash("a"),
        commit: hash("b"),
        changes: `https://github.test/acme/shop/compare/${hash("a")}...${hash("b")}`,
        file: "a b.yaml",
        line: 7,
        regained: month(4),
      },
    ]);
  });

  test("gives Markdown with a bar for each report, and what is still lost", async () => {
    const { out } = await falcoverage("merge", "h", "--format", "markdown");
    const part = /### Over time\n\n[^#]*/.exec(out)?.[0];
    expect(part).toContain(
      "100% (1 of 1) on 2026-01-01, 0% (0 of 1) on 2026-05-01; 2 controls lost on the way, 1 still.",
    );
    expect(part).toMatch(/\| 100% \(1 of 1\) +\| 0% \(0 of 1\) +\| █▁▁▁█▁ \|/);
    expect(part!.match(/^- 🔻 .*$/gm)).toEqual([
      expect.stringMatching(/^- 🔻 2026-05-01, payments\/edge: .*: Not mounted\.$/),
    ]);
  });

  test("gives a page with a chart for each framework, and links to lines at their commit", async () => {
    const { out } = await falcoverage("merge", "h", "--format", "html");
    const { window } = new JSDOM(out, { runScripts: "outside-only" });
    const document = window.eval("document") as Page;
    const charts = Array.from(document.querySelectorAll(".chart > svg"));
    expect(charts.map((svg) => svg.getAttribute("aria-label"))).toEqual([
      expect.stringMatching(/^All frameworks: 100% on 2026-01-01, 0% on 2026-05-01$/),
      expect.stringContaining(": 100% on 2026-01-01, 0% on 2026-05-01"),
    ]);
    expect(document.querySelectorAll(".chart details table tbody tr")).toHaveLength(2 * 18);
    const line = `https://github.test/acme/shop/blob/${hash("b")}/a%20b.yaml#L7`;
    expect(document.querySelector(`a[href="${line}"]`)?.textContent).toBe("a b.yaml:7");
    expect(document.querySelector("a[href*='/compare/']")?.textContent).toContain("aaaaaaaaaa…bbbbbbbbbb");
    window.eval("for (const element of document.querySelectorAll('details')) element.open = true");
    window.eval(axe.source);
    const { violations } = (await window.eval(
      "axe.run(document, { rules: { 'color-contrast': { enabled: false } } })",
    )) as axe.AxeResults;
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  }, 60_000);

  test("of one cluster, named, beside a report that is a file", async () => {
    write({ "edge.json": report(true, hash("9")) });
    const { out } = await falcoverage("merge", "shop/prod=h/payments/prod", "edge.json");
    expect(out).toMatch(/^ {2}shop\/prod +1 of 1/m);
    expect(out).toMatch(/^ {2}edge +1 of 1/m);
    expect(out).toContain("1 control lost on the way, 0 still");
  });

  test("refuses a folder without a report, and a report without a date", async () => {
    mkdirSync(path.join(folder, "empty"));
    expect((await falcoverage("merge", "empty")).error).toContain("The folder empty has no report.");
    write({ "h/core/main/latest.json": report(true, hash("0")) });
    const { code, error } = await falcoverage("merge", "h");
    expect(error).toContain("latest.json says no time: begin its name with a day");
    expect(code).toBe(2);
  });
});

test("a check shows how it went since the reports of a folder", async () => {
  write({
    "old/2026-01-01.json": report(true, hash("a")),
    "rules.yaml": "- rule: A\n  desc: a\n  condition: evt.type = open\n  output: x\n  priority: INFO\n",
  });
  const { out } = await falcoverage("check", "rules.yaml", "--history", "old", "--format", "json");
  const { trend } = JSON.parse(out) as Report;
  expect(trend?.series.map(({ points }) => points.length)).toEqual([2]);
  expect(trend?.losses).toMatchObject([{ kind: "left", since: undefined }].map(({ kind }) => ({ kind })));
  expect((await falcoverage("check", "rules.yaml", "--history", "nowhere")).error).toContain(
    "Cannot read the folder nowhere",
  );
});

test("a report says of which commit it is, and keeps that when it is read again", async () => {
  const origin = { repository: "https://github.test/a/b", commit: hash("1"), ref: "main", by: "me" };
  const json = await formats.json();
  const made = JSON.parse(json(adoption.report, contextOf(adoption, { time: month(1), origin }))) as Report;
  expect(made.origin).toEqual({
    time: month(1),
    repository: "https://github.test/a/b",
    commit: hash("1"),
    ref: "main",
  });
  const again = JSON.parse(json(made, contextOf(adoption, { time: month(2), origin: {} }))) as Report;
  expect(again.origin).toEqual(made.origin);
});
