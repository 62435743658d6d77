import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import axe from "axe-core";
import { JSDOM } from "jsdom";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { formats } from "../../src/report/formats.ts";
import { Browser, findChromium } from "../browser.ts";
import {
  adoption,
  clean,
  contextOf,
  difference,
  type Example,
  everyFramework,
  hostile,
  unmapped,
} from "./reports.ts";

const html = await formats.html();
const every = everyFramework();
const changed: Example = { ...adoption, report: { ...adoption.report, difference } };
const described: Example = {
  ...adoption,
  report: {
    ...adoption.report,
    rules: [
      {
        name: "Sensitive File Read",
        source: "syscall",
        priority: "Warning",
        enabled: true,
        condition: "evt.type=open",
        exceptions: [],
        tags: ["T1552"],
        file: "rules.yaml",
        line: 1,
        changedAt: [],
      },
    ],
  },
};
const examples: Readonly<Record<string, Example>> = {
  adoption,
  described,
  changed,
  clean,
  unmapped,
  hostile,
  every,
};

function pageOf(example: Example): string {
  return html(
    example.report,
    contextOf(example, {
      subject: "example/policies at 3c1d2f0",
      link: (file, line) => `https://github.test/example/policies/blob/3c1d2f0/${file}#L${line}`,
    }),
  );
}

test.each(["adoption", "hostile"])("the HTML of %s", async (name) => {
  await expect(pageOf(examples[name]!)).toMatchFileSnapshot(`golden/${name}.html`);
});

describe.each(Object.entries(examples))("the page of %s", (_, example) => {
  const page = pageOf(example);
  const body = page.replace(/<style>[\s\S]*?<\/style>/, "").replace(/<script>[\s\S]*?<\/script>/, "");

  test("allows its own style and script and nothing else", () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)![1]!;
    for (const tag of ["style", "script"]) {
      const content = new RegExp(`<${tag}>([^\\0]*?)</${tag}>`).exec(page)![1]!;
      const hash = createHash("sha256").update(content).digest("base64");
      expect(policy).toContain(`${tag}-src 'sha256-${hash}'`);
    }
    expect(policy).toMatch(/^default-src 'none';/);
    expect(body).not.toMatch(
      /<(?:script|style|link|img|iframe|object|embed|base|form)\b|\sstyle="|\son[a-z]+="/i,
    );
  });

  test("loads nothing, and links only within itself, to files and to rule pages", () => {
    for (const [, name, value] of body.matchAll(/\s(href|src|srcset|action|data)="([^"]*)"/g)) {
      expect(name).toBe("href");
      expect(value).toMatch(/^(?:#[a-z0-9-]+|https:\/\/github\.test\/|https:\/\/example\.test\/)/);
    }
  });

  test("is well formed: tags balance, ids are unique, and what is linked is there", () => {
    const open: string[] = [];
    for (const [, closing, tag, self] of body.matchAll(/<(\/?)([a-z][a-z0-9]*)(?:\s[^<>]*?)?(\/?)>/g)) {
      if (closing === "/") expect(open.pop()).toBe(tag);
      else if (self !== "/" && !/^(?:meta|col|input|br)$/.test(tag!)) open.push(tag!);
    }
    expect(open).toEqual([]);
    const ids = Array.from(body.matchAll(/\sid="([^"]*)"/g), ([, id]) => id!);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of body.matchAll(/\s(?:href="#|aria-labelledby=")([^"]*)"/g)) expect(ids).toContain(id);
  });

  test("has a row for every control and every finding", () => {
    const controls = example.report.coverage.frameworks.flatMap((framework) => framework.controls);
    expect(body.match(/ data-status=/g) ?? []).toHaveLength(controls.length + example.report.findings.length);
  });
});

test("hostile text becomes no element and no attribute", () => {
  const page = pageOf(hostile);
  expect(page).not.toContain("<img");
  expect(page).not.toContain("<script>alert");
  expect(page).not.toContain("<!-- falcoverage");
  expect(page).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202a-\u202e]/);
});

// axe-core in jsdom, which has no layout: contrast is measured in the browser below, where there is one.
test.each(Object.keys(examples).filter((name) => name !== "every"))(
  "axe-core finds no violation in the page of %s",
  async (name) => {
    const { window } = new JSDOM(pageOf(examples[name]!), { runScripts: "outside-only" });
    window.eval("for (const element of document.querySelectorAll('details')) element.open = true");
    window.eval(axe.source);
    const result = (await window.eval(
      "axe.run(document, { rules: { 'color-contrast': { enabled: false } } })",
    )) as axe.AxeResults;
    const nodes = result.violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html }) => html)]);
    expect(nodes).toEqual([]);
    expect(result.passes.length).toBeGreaterThan(10);
  },
  60_000,
);

test("the cover names the state that was checked, and what is not known is left out", () => {
  const page = html(
    adoption.report,
    contextOf(adoption, {
      time: "2026-11-24T08:05:00.000Z",
      origin: { repository: "https://github.test/example/policies", commit: "3c1d2f0", ref: "main" },
    }),
  );
  expect(page).toContain("<dt>Commit</dt><dd><code>3c1d2f0</code></dd>");
  expect(page).toContain("<dt>Date</dt><dd>2026-11-24 08:05 UTC</dd>");
  expect(page).toContain("<dt>Branch or tag</dt><dd>main</dd>");
  expect(page).not.toContain("<dt>Run by</dt>");
});

test("the causes that hold detection back sum up to the controls that are open", () => {
  const { totals } = adoption.report.coverage;
  expect(pageOf(adoption)).toContain(
    `Controls that a detector can see: ${totals.total - totals.covered} open`,
  );
});

test("a rule says what its tests and runbooks are, and a control how many tests it passed", () => {
  const rule = {
    source: "syscall",
    priority: "Warning",
    enabled: true,
    condition: "evt.type=open",
    exceptions: [],
    tags: [],
    file: "rules.yaml",
    line: 1,
    changedAt: [],
  };
  const tests = { passed: true, fires: 3, silent: 1, reason: null, file: "tests/a.yaml", line: 4 };
  const rules = [{ ...rule, name: "Sensitive File Read", tests, runbooks: ["runbooks/read.md"] }];
  const page = html({ ...adoption.report, rules }, contextOf(adoption));
  expect(page).toContain("3 events fired it, 1 near miss did not <code>tests/a.yaml:4</code>");
  expect(page).toContain("<code>runbooks/read.md</code>");
  expect(page).toContain("4 tests passed");
});

test("the filter by rule knows each rule of a control with several", () => {
  const page = html(adoption.report, contextOf(adoption));
  expect(page).toContain('data-rules="[&quot;Sensitive File Read&quot;,&quot;Secret Read by API&quot;]"');
});

test("what a change does stands first", () => {
  const page = pageOf(changed);
  expect(page.indexOf("What this change does")).toBeLessThan(page.indexOf("Coverage by framework"));
  expect(page).toContain("2 controls lost, 1 no longer asked for, 1 gained");
  expect(page).toContain('<td class="num">1 of 3 <small>(−2)</small></td>');
});

const chromium = findChromium();

describe.skipIf(chromium === undefined)("in a browser (Chromium, where it is installed)", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "falcoverage-html-"));
  let browser: Browser;

  beforeAll(async () => {
    for (const [name, example] of Object.entries(examples))
      writeFileSync(path.join(folder, `${name}.html`), pageOf(example));
    browser = await Browser.launch(chromium!);
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const open = (name: string, width: number, scheme: "light" | "dark" = "light") =>
    browser.open(path.join(folder, `${name}.html`), { width, height: 900 }, scheme);

  const rowsShown =
    "[...document.querySelectorAll('[data-status]')].filter((row) => row.checkVisibility()).length";

  test.each([360, 768, 1280])(
    "nothing is wider than a screen of %i pixels, and nothing complains",
    async (width) => {
      for (const name of Object.keys(examples)) {
        await open(name, width);
        await browser.evaluate(
          "for (const element of document.querySelectorAll('details')) element.open = true",
        );
        const over = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
        expect([name, await browser.evaluate(over)]).toEqual([name, 0]);
      }
      expect(browser.complaints).toEqual([]);
    },
  );

  test("on a phone no table has to be scrolled", async () => {
    await open("every", 360);
    const wide = await browser.evaluate(
      "[...document.querySelectorAll('.wrap')].filter((element) => element.checkVisibility() && element.scrollWidth > element.clientWidth).length",
    );
    expect(wide).toBe(0);
  });

  test("search and filter show the rows that match and fold up again", async () => {
    await open("adoption", 1280);
    const type = (query: string, status: string) =>
      browser.evaluate(
        `query.value = ${JSON.stringify(query)}; document.querySelector('#status').value = '${status}'; query.dispatchEvent(new Event('input'))`,
      );
    expect(await browser.evaluate(rowsShown)).toBe(5);
    await type("audit log deleted", "");
    expect(await browser.evaluate("count.textContent")).toBe("3 of 17 rows");
    expect(await browser.evaluate(rowsShown)).toBe(3);
    await type("soc 2", "blocked");
    expect(await browser.evaluate(rowsShown)).toBe(1);
    await type("", "undetectable");
    expect(await browser.evaluate(rowsShown)).toBe(1);
    await type("", "");
    expect(await browser.evaluate(rowsShown)).toBe(5);
  });

  test("the controls that are shown come as CSV, and none of their cells is a formula", async () => {
    await open("adoption", 1280);
    const csv = (query: string) =>
      browser.evaluate(`(async () => {
        const blobs = [];
        URL.createObjectURL = (blob) => (blobs.push(blob), "#");
        query.value = ${JSON.stringify(query)};
        query.dispatchEvent(new Event("input"));
        document.querySelector("#csv").click();
        return await blobs[0].text();
      })()`);
    const all = String(await csv("")).split("\r\n");
    expect(all[0]).toBe("framework,control,title,class,status,rung,rules");
    expect(all.find((line) => line.startsWith("soc2,CC6.1"))).toBe(
      'soc2,CC6.1,Logical access protected,detect,covered,proven,"Sensitive File Read; Secret Read by API"',
    );
    const some = String(await csv("CC6.8"))
      .trim()
      .split("\r\n");
    expect(some.slice(1).every((line) => line.includes("CC6.8"))).toBe(true);
    await open("hostile", 1280);
    expect(
      String(await csv(""))
        .split("\r\n")
        .slice(1)
        .join("\n"),
    ).not.toMatch(/(?:^|,)[=+@|%-]/m);
  });

  test.each(["light", "dark"] as const)("text has a contrast of 4.5 to 1 and more, %s", async (scheme) => {
    await open("adoption", 1280, scheme);
    await browser.evaluate("for (const element of document.querySelectorAll('details')) element.open = true");
    expect(await browser.evaluate(lowContrast)).toEqual([]);
  });
});

/** In the page: elements with text of their own whose colour is too near to the first background behind them. */
const lowContrast = `(() => {
  const parse = (color) => color.match(/[\\d.]+/g).map(Number);
  const luminance = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((v) => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const backgroundOf = (element) => {
    for (; element; element = element.parentElement) {
      const color = parse(getComputedStyle(element).backgroundColor);
      if (color[3] !== 0) return color;
    }
    return [255, 255, 255];
  };
  const low = new Set();
  for (const element of document.querySelectorAll("body *")) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== "");
    if (!own || !element.checkVisibility() || element.localName === "script") continue;
    const a = luminance(parse(getComputedStyle(element).color));
    const b = luminance(backgroundOf(element));
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) low.add(element.localName + "." + element.className + " " + ratio.toFixed(2));
  }
  return [...low];
})()`;
