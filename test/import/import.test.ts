import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { run } from "../../src/commands/program.ts";

const rules = ["Card Data Read", "Clock Changed", "Miner Started, or So", "Shell, Interactive"]
  .map(
    (name) =>
      `- rule: ${name}\n  desc: d\n  condition: evt.type = execve\n  output: o\n  priority: WARNING\n`,
  )
  .join("");

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "falcoverage-import-"));
  writeFileSync(path.join(folder, "rules.yaml"), rules);
});
afterEach(() => rmSync(folder, { recursive: true }));

async function imported(table: string | Uint8Array, ...args: readonly string[]) {
  writeFileSync(path.join(folder, "table.csv"), table);
  let out = "";
  let error = "";
  const code = await run(["import", "table.csv", ...args], {
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (error += text) },
    env: {},
    cwd: () => folder,
  });
  const controls = code === 0 && out !== "" ? parse(out).controls : undefined;
  return { code, out, error, controls };
}

describe("columns", () => {
  test("are found by what is in them: a row for each control, of several frameworks", async () => {
    const { controls, error } = await imported(`Framework,Control,Text,Detection
PCI DSS v4.0,Req 10.2.1.1,"Access, logged",Card Data Read
,10.6.3,Time,Clock Changed
ISO/IEC 27001:2022,A.8.17,Time,Clock Changed
`);
    expect(controls).toEqual({
      "pci-dss": { "10.2.1.1": { rules: ["Card Data Read"] }, "10.6.3": { rules: ["Clock Changed"] } },
      iso27001: { "A.8.17": { rules: ["Clock Changed"] } },
    });
    expect(error).toContain('frameworks in 1 "Framework", controls in 2 "Control", rules in 4 "Detection"');
  });

  test("are found where each framework has one", async () => {
    const { controls } = await imported(`Rule;SOC 2;HIPAA
Card Data Read;CC6.1, CC7.2;§164.312(b)
Clock Changed;;164.312(c)(1)
`);
    expect(controls).toEqual({
      soc2: { "CC6.1": { rules: ["Card Data Read"] }, "CC7.2": { rules: ["Card Data Read"] } },
      hipaa: {
        "164.312(b)": { rules: ["Card Data Read"] },
        "164.312(c)(1)": { rules: ["Clock Changed"] },
      },
    });
  });

  test("are found without headings, and the framework by its ids", async () => {
    const { controls } = await imported("SI-4,Card Data Read\nAC-2(4),Clock Changed\n");
    expect(Object.keys(controls)).toEqual(["fedramp"]);
  });

  test("can be named, by heading or number", async () => {
    const table = "Old,Id,Now\nClock Changed,CC6.8,Card Data Read\n";
    const first = await imported(table, "--rules-column", "1");
    expect(first.controls.soc2["CC6.8"].rules).toEqual(["Clock Changed"]);
    const last = await imported(table, "--rules-column", "now");
    expect(last.controls.soc2["CC6.8"].rules).toEqual(["Card Data Read"]);
  });

  test("that cannot be told are asked for, with those there are", async () => {
    const { code, error } = await imported("a,b\n1,2\n");
    expect(code).toBe(2);
    expect(error).toBe(
      'falcoverage: It is not clear which column has the rules: name it with --rules-column. There are 1 "a", 2 "b".\n',
    );
    const misnamed = await imported("Control,Rule\nCC6.8,Clock Changed\n", "--rules-column", "Rulle");
    expect(misnamed.error).toContain('There is no column "Rulle". Did you mean "Rule"?');
  });
});

test.each([
  ["semicolons in Windows-1252", Buffer.from("Control;Rule\nCC6.8;Schl\xfcssel\n", "latin1")],
  ["tabs in UTF-16", Buffer.from("\ufeffControl\tRule\r\nCC6.8\tSchlüssel\r\n", "utf16le")],
  ["bars and a byte order mark", "\ufeffControl|Rule\nCC6.8|Schlüssel\n"],
  ["quotes over two lines", 'Control,Rule\n"CC6.8","Schlüssel\nClock Changed"\n'],
])("%s are read", async (_, table) => {
  const { controls } = await imported(table);
  expect(controls.soc2["CC6.8"].rules).toContain("Schlüssel");
});

describe("names", () => {
  test("of another spelling are those of the repository; similar ones keep a comment", async () => {
    const { out, controls, error } = await imported(
      "Control,Rule\nCC6.8,clock-changed\nCC6.1,Clok Changed\n",
    );
    expect(controls.soc2).toEqual({
      "CC6.8": { rules: ["Clock Changed"] },
      "CC6.1": { rules: ["Clok Changed"] },
    });
    expect(out).toContain('- Clok Changed # no such rule here; did you mean "Clock Changed"?');
    expect(error).toContain('Rule "clock-changed" is "Clock Changed" here.');
  });

  test("with a comma of their own stay whole, and several in a cell are told apart", async () => {
    const { controls } = await imported(
      'Control,Rule\nCC6.8,"Miner Started, or So"\nCC6.1,"Card Data Read, Clock Changed"\nCC6.2,"Shell, Interactive; Card Data Read"\nCC6.3,N/A\n',
    );
    expect(controls.soc2).toEqual({
      "CC6.8": { rules: ["Miner Started, or So"] },
      "CC6.1": { rules: ["Card Data Read", "Clock Changed"] },
      "CC6.2": { rules: ["Shell, Interactive", "Card Data Read"] },
    });
  });

  test("of controls that there are not, and of headings, are said with their row", async () => {
    const { error } = await imported(
      "Control,Rule\nCC6.8,Clock Changed\nCC7.2,Clock Changed\nCC6.88,Clock Changed\nCC6,Clock Changed\n",
    );
    expect(error).toContain('Row 4: SOC 2 has no control "CC6.88".');
    expect(error).toContain("Row 5: SOC 2 CC6 is a heading: name the controls below it.");
  });
});

describe("the file", () => {
  const table = "Control,Rule\nCC6.8,Clock Changed\n";

  test("is written only where one is named, and not over another", async () => {
    const dry = await imported(table);
    expect(dry.error).toContain("Nothing is written");
    expect(existsSync(path.join(folder, "matrix.yaml"))).toBe(false);
    expect((await imported(table, "-o", "matrix.yaml")).code).toBe(0);
    const again = await imported(table, "-o", "matrix.yaml");
    expect(again).toMatchObject({ code: 2, error: expect.stringContaining("--force overwrites it") });
    expect((await imported(table, "-o", "matrix.yaml", "--force")).code).toBe(0);
    expect(readFileSync(path.join(folder, "matrix.yaml"), "utf8")).toContain("- Clock Changed");
  });

  test("is one that a check takes", async () => {
    await imported(table, "-o", "matrix.yaml");
    let out = "";
    const code = await run(["check", "--format", "json"], {
      stdout: { write: (text) => (out += text) },
      stderr: { write: () => true },
      env: {},
      cwd: () => folder,
    });
    expect(code).toBe(0);
    const [soc2] = JSON.parse(out).coverage.frameworks;
    const control = soc2.controls.find(({ id }: { id: string }) => id === "CC6.8");
    expect(control.rules.map(({ name }: { name: string }) => name)).toEqual(["Clock Changed"]);
  });

  test.each([
    ["PK\u0003\u0004", "is a workbook: export the sheet as CSV"],
    ['a,"b\n', "a quotation mark does not end"],
    ["", "It is not clear which column"],
    ["Control,Rule\nCC6.8,\n", "No row names a control and a rule"],
  ])("%j is refused in one line", async (content, message) => {
    const { code, error } = await imported(content);
    expect(code).toBe(2);
    expect(error).toContain(message);
    expect(error.trimEnd().split("\n")).toHaveLength(1);
  });
});
