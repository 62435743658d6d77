import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { check } from "../../../src/check.ts";

async function findings(files: Record<string, string>): Promise<string[]> {
  const root = mkdtempSync(path.join(tmpdir(), "plugin-"));
  try {
    for (const [file, content] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      writeFileSync(path.join(root, file), content);
    }
    const { report } = await check([], { root });
    return report.findings.map(({ rule, line, message }) => `${rule} ${line}: ${message}`);
  } finally {
    rmSync(root, { recursive: true });
  }
}

const rule = (condition: string, output = "Parcel lost (%parcel.id)") => `- macro: lost_parcel
  condition: parcel.state = "lost"
- rule: Parcel lost
  desc: A parcel was lost.
  condition: ${condition}
  output: ${output}
  priority: WARNING
  source: parcel
  tags: [parcel]
`;

const go = `package main

func (p *Plugin) Fields() []sdk.FieldEntry {
	return []sdk.FieldEntry{
		{Type: "string", Name: "parcel.state", Desc: "{where} it is"},
		// {Type: "string", Name: "parcel.weight", Desc: "not yet"},
		{
			Type:   "string",
			Name:   "parcel.stops",
			IsList: true,
		},
		{Type: "uint64", Name: "parcel.id", Desc: "Number"},
		{Type: "string", Name: "parcel.label", Desc: "Label", Arg: sdk.FieldEntryArg{IsRequired: true, IsKey: true}},
		{Type: "string", Name: "parcel.from-city", Desc: "Sender"},
	}
}
`;
const cpp = String.raw`std::vector<falcosecurity::field_info> get_fields() {
    using ft = falcosecurity::field_value_type;
    return {
            {ft::FTYPE_STRING, "parcel.state", "State", "Where it is"},
            {ft::FTYPE_STRING, "parcel.stops", "Stops", "All", falcosecurity::field_arg(), true},
            {ft::FTYPE_UINT64, "parcel.id", "Number", "Number"},
            {ft::FTYPE_STRING, "parcel.label", "Label", "Label", {.key = true, .required = true}},
            {ft::FTYPE_STRING, "parcel.from-city", "City", "Sender"}};
}
`;
const c = String.raw`const char* plugin_get_fields() {
  return "[{\"type\": \"string\", \"name\": \"parcel.state\", \"desc\": \"State\"},"
         "{\"type\": \"string\", \"isList\": true, \"name\": \"parcel.stops\", \"desc\": \"All\"},"
         "{\"type\": \"uint64\", \"name\": \"parcel.id\", \"desc\": \"Number\"},"
         "{\"type\": \"string\", \"name\": \"parcel.label\", \"arg\": {\"isRequired\": true, \"isKey\": true}},"
         "{\"type\": \"string\", \"name\": \"parcel.from-city\", \"desc\": \"Sender\"}]";
}
`;
const rust = `impl ExtractPlugin for Parcels {
    const EXTRACT_FIELDS: &'static [ExtractFieldInfo<Self>] = &[
        field("parcel.state", &Self::state),
        field("parcel.stops", &Self::stops).with_description("All"),
        field("parcel.id", &Self::id),
        field("parcel.label", &Self::label),
        field("parcel.from-city", &Parcels::state),
        field("parcel.generated", &Self::made_by_a_macro),
    ];
}
fn state(&mut self, req: ExtractRequest<Self>) -> Result<CString, Error> { todo!() }
fn stops(&mut self, req: ExtractRequest<Self>) -> Result<Vec<CString>, Error> { todo!() }
fn id(&mut self, req: ExtractRequest<Self>) -> Result<u64> { todo!() }
fn label(&mut self, req: ExtractRequest<Self>, arg: &CStr) -> Result<Option<CString>, Error> { todo!() }
`;
const languages = [
  ["Go", "plugin/fields.go", go],
  ["C++", "src/plugin.cpp", cpp],
  ["C", "plugin.c", c],
  ["Rust", "src/lib.rs", rust],
] as const;

it.each(languages)("knows the fields of a plugin in %s in the same repository", async (_, file, code) => {
  const good = rule(
    "lost_parcel and parcel.id > 5 and parcel.stops intersects (Bern, Basel) and parcel.label[fragile] = yes",
    "Parcel lost (%parcel.id from %parcel.from-city)",
  );
  expect(await findings({ [file]: code, "rules/parcel.yaml": good })).toEqual([]);
  expect(
    await findings({ [file]: code, "rules/parcel.yaml": rule("lost_parcel and parcel.ids = 5") }),
  ).toEqual([
    expect.stringMatching(/^falco\/compile-condition 5: There is no field `parcel\.ids`.*`parcel\.id`/),
  ]);
  expect(
    await findings({ [file]: code, "rules/parcel.yaml": rule("lost_parcel and parcel.label = yes") }),
  ).toEqual([expect.stringMatching(/^falco\/compile-condition 5: /)]);
});

it("prefers the code to a page, which may be old", async () => {
  const page =
    "| NAME | TYPE | ARG | DESCRIPTION |\n| --- | --- | --- | --- |\n| `parcel.id` | `string` | None | Number |\n";
  expect(
    await findings({ "plugin.go": go, "README.md": page, "rules/parcel.yaml": rule("parcel.id > 5") }),
  ).toEqual([expect.stringMatching(/^falco\/unused-macro 1: /)]);
});

it("says once that a field is not known whose type the code does not tell", async () => {
  const code = { "src/lib.rs": rust };
  const both =
    rule("lost_parcel and parcel.generated = 1") +
    rule("parcel.generated = 2").replace("rule: Parcel", "rule: Other").replace("lost_parcel", "other");
  expect(await findings({ ...code, "rules/parcel.yaml": both })).toEqual([
    expect.stringMatching(
      /^falco\/unchecked-plugin 3: .*`parcel\.\*` is not known, so 2 rules were not checked/,
    ),
  ]);
});

it("reads hostile code in linear time", async () => {
  const code = `FieldEntry ${'{Name: "parcel.state", '.repeat(20_000)}${"{".repeat(100_000)}fn a${"<".repeat(100_000)}`;
  const start = performance.now();
  await findings({
    "plugin.go": code,
    "lib.rs": `ExtractFieldInfo ${'field("parcel.x", &a) '.repeat(5000)}${code}`,
    "rules/parcel.yaml": rule("lost_parcel"),
  });
  expect(performance.now() - start).toBeLessThan(10_000);
});
