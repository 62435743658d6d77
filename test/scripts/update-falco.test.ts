import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { planUpdates, type Source, sources } from "../../scripts/update-falco/update.ts";

/*
 * The sources here are excerpts in the form of the real ones, written for this test: two releases of everything.
 */

const folder = mkdtempSync(join(tmpdir(), "update-falco-"));
const directories = Object.fromEntries(sources.map((source) => [source, join(folder, source)])) as Record<
  Source,
  string
>;

afterAll(() => rmSync(folder, { recursive: true }));

type Files = Readonly<Record<string, string>>;

function git(source: Source, ...args: string[]): void {
  const identity = ["-c", "user.name=Test", "-c", "user.email=test@example.com"];
  execFileSync("git", ["-C", directories[source], ...identity, ...args], {
    stdio: "ignore",
    env: { ...process.env, GIT_COMMITTER_DATE: "2030-01-02T03:04:05Z" },
  });
}

/** Commits files and names the commit with tags. */
function release(source: Source, tags: readonly string[], files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directories[source], path)), { recursive: true });
    writeFileSync(join(directories[source], path), text);
  }
  git(source, "add", "-A");
  git(source, "commit", "--allow-empty", "-m", tags.join(" "));
  for (const tag of tags) git(source, "tag", tag);
}

const falcoFiles = (engine: number, libs: string, keys: object): Files => ({
  "userspace/engine/falco_engine_version.h": `#define FALCO_ENGINE_VERSION_MAJOR 0
#define FALCO_ENGINE_VERSION_MINOR ${engine}
#define FALCO_ENGINE_VERSION_PATCH 0`,
  "cmake/modules/falcosecurity-libs.cmake": `set(FALCOSECURITY_LIBS_VERSION "0.0.0-local")
set(FALCOSECURITY_LIBS_VERSION "${libs}")`,
  "cmake/modules/rules.cmake": 'set(FALCOSECURITY_RULES_FALCO_VERSION "falco-rules-6.0.0")',
  "CMakeLists.txt": 'set(CONTAINER_VERSION "0.9.0")\ninclude(container_plugin)',
  "userspace/falco/config_json_schema.h": `const char config_schema_string[] = LONG_STRING_CONST(
${JSON.stringify({ $ref: "#/definitions/Root", definitions: { Root: { properties: keys } } })}
);`,
});

const libsFiles = (field: string, syscall: string): Files => ({
  "userspace/libsinsp/filter_check_list.cpp":
    "add_filter_check(std::make_unique<sinsp_filter_check_sample>());",
  "userspace/libsinsp/sinsp_filtercheck_sample.cpp": `
static const filtercheck_field_info sinsp_filter_check_sample_fields[] = {
        {PT_CHARBUF, EPF_NONE, PF_NA, "sample.always", "Always", "is in "
         "all releases."},
        {PT_UINT64, EPF_NONE | EPF_DEPRECATED, PF_DEC, "${field}", "Sometimes", "is not."},
};`,
  "driver/ppm_events_public.h": `#define FIELDS \\
  PPM_SC_X(UNKNOWN, 0) PPM_SC_X(OPEN, 1) /*PPM_SC_X(NA_1, 2)*/ PPM_SC_X(${syscall}, 3)`,
  "driver/event_table.c": `const struct ppm_event_info g_event_info[] = {
  [PPME_GENERIC_E] = {"syscall", EC_OTHER, EF_OLD, 0},
  [PPME_GENERIC_X] = {"syscall", EC_OTHER, EF_NONE, 1, {{"ID", PT_SYSCALLID, PF_DEC}}},
  [PPME_OPEN_X] = {"open", EC_FILE, EF_NONE, 2, {{"name", PT_FSPATH, PF_NA}, {"val", PT_DYN, PF_NA, table, MAX}}},
};`,
  "userspace/libscap/linux/scap_ppm_sc.c": `static const ppm_sc_code *g_events_to_sc_map[] = {
  [PPME_GENERIC_E] = NULL,
  [PPME_GENERIC_X] = (ppm_sc_code[]){PPM_SC_${syscall}, -1},
  [PPME_OPEN_X] = (ppm_sc_code[]){PPM_SC_OPEN, -1},
};`,
});

const rule = (name: string) => `- list: files\n  items: [open, openat]
- rule: ${name}\n  desc: d\n  condition: evt.type in (files)\n  output: x\n  priority: WARNING\n  tags: [t]\n`;

const pluginsWithRules = {
  k8saudit: "k8s_audit_rules.yaml",
  cloudtrail: "aws_cloudtrail_rules.yaml",
  github: "github.yaml",
  okta: "okta_rules.yaml",
  gcpaudit: "gcp_auditlog_rules.yaml",
};

const readme = `| Name | Type | Arg | Description |
| --- | --- | --- | --- |
| \`a.b\`  | \`string (list)\` | Key, Required | Text. |
| \`a.c\`  | \`uint64\`        | None          | Deprecated. Use a.b. |
`;

beforeAll(() => {
  for (const source of sources) {
    mkdirSync(directories[source]);
    git(source, "init");
  }
  const text = { type: "string" };
  release("falco", ["0.36.0"], {});
  release("falco", ["0.90.0"], falcoFiles(90, "0.50.0", { old: text, kept: { type: "array", items: text } }));
  release(
    "falco",
    ["0.91.0", "0.92.0-rc1"],
    falcoFiles(91, "0.51.0", { kept: { type: "array", items: text } }),
  );
  release("libs", ["0.50.0"], libsFiles("sample.old", "READ"));
  release("libs", ["0.51.0"], libsFiles("sample.new", "WRITE"));
  const plugins = ["container", "k8saudit", "json", "cloudtrail", "github", "okta", "gcpaudit", "k8smeta"];
  const table = 'const field_info fields[] = {{T, "a.b", "[Deprecated] B", "d", {}, false, {}, true}};';
  release(
    "plugins",
    plugins.map((name) => `plugins/${name}/v9.0.0`),
    {
      ...Object.fromEntries(plugins.map((name) => [`plugins/${name}/README.md`, readme])),
      "plugins/container/src/caps/extract/extract.cpp": table,
      "plugins/k8smeta/src/plugin.cpp": table,
      ...Object.fromEntries(
        Object.entries(pluginsWithRules).map(([name, file]) => [`plugins/${name}/rules/${file}`, rule("P")]),
      ),
    },
  );
  const maturities = ["falco", "falco-incubating", "falco-sandbox"];
  const rules = (text: string) =>
    Object.fromEntries(maturities.map((name) => [`rules/${name}_rules.yaml`, text]));
  const tags = (version: string) => maturities.map((name) => `${name}-rules-${version}`);
  release("rules", tags("9.0.0"), rules(rule("A")));
  release("rules", tags("9.0.1"), {});
  release("rules", tags("9.1.0"), rules(rule("B")));
  release("charts", ["falco-9.8.0"], {
    "charts/falco/values.yaml": "image: {tag: x}\nold: 1\n",
    "charts/falco/Chart.yaml": "appVersion: 0.90.0\n",
  });
  release("charts", ["falco-9.10.0"], {
    "charts/falco/values.yaml": "image: {tag: x}\nnew: []\n",
    "charts/falco/Chart.yaml": "appVersion: 0.91.0\n",
  });
  release("falcosidekick", ["9.0.0"], sidekickFiles(""));
});

const sidekickFiles = (more: string): Files => ({
  "types/types.go": `type Configuration struct {
	Debug bool
	Slack slackConfig
	AWS   awsConfig
${more}}
type common struct {
	CheckCert bool
}
type slackConfig struct {
	common \`mapstructure:",squash"\`
	WebhookURL string
	Template   *template.Template
}
type awsConfig struct {
	Region string
	S3     s3Config
}
type s3Config struct {
	Bucket string
}
`,
  "config.go": `var commonHttpOutputDefaults = map[string]any{
	"CheckCert": true,
}
var httpOutputDefaults = map[string]map[string]any{
	"Slack": {
		"WebhookURL": "",
	},
}
var outputDefaults = map[string]map[string]any{}
	v.SetDefault("AWS.S3.Bucket", "")
`,
});

/** A copy of the data files, which the sources of this test have next to nothing of. */
function dataFiles(): string {
  const root = mkdtempSync(join(folder, "root-"));
  for (const path of [
    "src/falco/catalog/data",
    "src/stack/config/falco-config-keys.json",
    "src/stack/deploy/helm-values-keys.json",
    "src/stack/alerts/falcosidekick.json",
    "src/stack/upstream/data/upstream-rules.json",
  ])
    cpSync(path, join(root, path), { recursive: true });
  return root;
}

function updated(root: string): (path: string) => unknown {
  for (const update of planUpdates(root, directories)) update.write();
  return (path) => JSON.parse(readFileSync(join(root, path), "utf8")) as unknown;
}

test("makes every data file from the sources", () => {
  const data = updated(dataFiles());
  const catalog = (name: string) => data(`src/falco/catalog/data/${name}.json`);
  const shared = { released: "2030-01-02", rules: "6.0.0", containerPlugin: "0.9.0" };
  expect(catalog("versions")).toMatchObject([
    { falco: "0.90.0", engine: "0.90.0", libs: "0.50.0", ...shared },
    { falco: "0.91.0", engine: "0.91.0", libs: "0.51.0", ...shared },
  ]);
  expect(catalog("fields")).toEqual([
    { name: "sample.always", type: "CHARBUF" },
    { name: "sample.new", type: "UINT64", flags: ["DEPRECATED"], since: "0.91.0" },
    { name: "sample.old", type: "UINT64", flags: ["DEPRECATED"], removedIn: "0.91.0" },
  ]);
  expect(catalog("syscalls")).toEqual([
    { name: "open" },
    { name: "read", removedIn: "0.91.0" },
    { name: "write", since: "0.91.0" },
  ]);
  expect(catalog("events")).toEqual([
    { name: "syscall", codes: 2, generic: true, syscalls: ["write"] },
    { name: "open", codes: 1 },
  ]);
  expect(catalog("parameters")).toEqual([
    { name: "ID", type: "SYSCALLID", events: ["syscall"] },
    { name: "name", type: "FSPATH", events: ["open"] },
    { name: "val", type: "DYNAMIC", events: ["open"] },
  ]);
  expect(catalog("plugins")).toMatchObject({
    container: {
      source: "syscall",
      latest: "9.0.0",
      fields: [
        {
          name: "a.b",
          type: "string",
          list: true,
          argument: { required: true, key: true },
          deprecated: true,
          suggested: true,
        },
        { name: "a.c", type: "uint64", deprecated: true },
      ],
    },
    json: { source: "*", fields: [{ name: "a.b", type: "string" }, { name: "a.c" }] },
  });
  expect(data("src/stack/config/falco-config-keys.json")).toEqual([
    { key: "kept", type: "array", items: "string" },
    { key: "old", type: "string", removedIn: "0.91.0" },
  ]);
  expect(data("src/stack/deploy/helm-values-keys.json")).toEqual({
    chart: "falco",
    versions: [
      { chart: "9.8.0", falco: "0.90.0" },
      { chart: "9.10.0", falco: "0.91.0" },
    ],
    keys: [
      { key: "image", type: "map" },
      { key: "image.tag", type: "string" },
      { key: "new", type: "list", since: "9.10.0" },
      { key: "old", type: "number", removedIn: "9.10.0" },
    ],
  });
  expect(data("src/stack/alerts/falcosidekick.json")).toEqual({
    version: "9.0.0",
    settings: ["aws.region", "debug"],
    outputs: [
      { output: "aws.s3", reach: "store", needs: ["bucket"], keys: ["bucket"] },
      { output: "slack", reach: "message", needs: ["webhookurl"], keys: ["checkcert", "webhookurl"] },
    ],
  });
  const facts = { priority: "warning", tags: ["t"], events: ["open", "openat"] };
  const sha256 = expect.stringMatching(/^[0-9a-f]{64}$/);
  expect((data("src/stack/upstream/data/upstream-rules.json") as unknown[])[0]).toEqual({
    name: "falco-rules",
    file: "falco_rules.yaml",
    newest: "9.1.0",
    hashes: { "9.0.0": sha256, "9.0.1": sha256, "9.1.0": sha256 },
    versions: [
      { since: "9.0.0", rules: [{ name: "A", ...facts }], macros: [], lists: ["files"] },
      { since: "9.1.0", rules: [{ name: "B", ...facts }], macros: [], lists: ["files"] },
    ],
  });
});

test("tells what changed for a changelog, and nothing when run again", () => {
  const root = dataFiles();
  const changes = () => planUpdates(root, directories).flatMap(({ changes }) => changes || []);
  expect(changes().join("\n")).toContain(
    "### Fields\n\n- Added: `sample.always`, `sample.new`, `sample.old`\n",
  );
  expect(changes().join("\n")).toContain("- Changed: `slack`: keys: ");
  updated(root);
  expect(changes()).toEqual([]);
});

test("keeps the development version until it is released", () => {
  const root = dataFiles();
  const path = "src/falco/catalog/data/versions.json";
  const development = (falco: string) => ({ falco, engine: "1.0.0", libs: "1.0.0-dev", rules: "1.0.0" });
  writeFileSync(join(root, path), JSON.stringify([development("0.91.0-dev"), development("0.92.0-dev")]));
  const versions = updated(root)(path) as { falco: string }[];
  expect(versions.map(({ falco }) => falco)).toEqual(["0.90.0", "0.91.0", "0.92.0-dev"]);
});

test("an output of falcosidekick that is new needs a person", () => {
  release("falcosidekick", ["9.1.0"], sidekickFiles("	Pager slackConfig\n"));
  expect(() => planUpdates(dataFiles(), directories)).toThrow(
    "falcosidekick 9.1.0 has a new output, pager: add it to src/stack/alerts/falcosidekick.json with its reach and needs",
  );
});

test("a source in a new form is an error that names it, and nothing is written", () => {
  release("libs", ["0.52.0"], { "driver/event_table.c": "const struct ppm_event_info *g_event_info;" });
  release("falco", ["0.93.0"], falcoFiles(93, "0.52.0", {}));
  const root = dataFiles();
  const before = readFileSync(join(root, "src/falco/catalog/data/versions.json"), "utf8");
  expect(() => updated(root)).toThrow("libs 0.52.0: driver/event_table.c: `g_event_info[] = {` is missing");
  expect(readFileSync(join(root, "src/falco/catalog/data/versions.json"), "utf8")).toBe(before);
});

test("a folder that is not a checkout is an error", () => {
  const wrong = { ...directories, rules: join(folder, "nowhere") };
  expect(() => planUpdates(dataFiles(), wrong)).toThrow("this is not a git repository");
});
