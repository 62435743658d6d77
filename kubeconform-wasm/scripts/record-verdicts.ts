/**
 * `npm run record -w kubeconform-wasm` runs the real kubeconform over test/fixtures with our schemas and writes what
 * it says to test/fixtures/verdicts.json, so that a machine without Go can hold our verdicts against it. `--check` says
 * whether the file is still what kubeconform says.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CASES, type Case, type Verdict } from "../test/cases.ts";
import { allCustomResources, readKubernetes } from "./build-schemas.ts";
import { SOURCE } from "./build-wasm.ts";
import { obstacle } from "./go.ts";
import { toLines, write } from "./lines.ts";
import { KUBERNETES } from "./modules.ts";
import { buildKubeconform, exportSchemas, schemaLocation } from "./native.ts";

const CORPUS = fileURLToPath(new URL("../test/fixtures/", import.meta.url));
const RECORD = fileURLToPath(new URL("../test/fixtures/verdicts.json", import.meta.url));

interface NativeResult {
  kind: string;
  name: string;
  version: string;
  status: string;
  msg: string;
}

function run(program: string, schemas: string, { file, options }: Case): Verdict[] {
  const flags = [
    ...(options.strict ? ["-strict"] : []),
    ...(options.ignoreMissingSchemas ? ["-ignore-missing-schemas"] : []),
    ...(options.skip ? ["-skip", options.skip.join(",")] : []),
    ...(options.reject ? ["-reject", options.reject.join(",")] : []),
  ];
  const fixed = ["-n", "1", "-output", "json", "-verbose", "-schema-location", schemaLocation(schemas)];
  const { stdout } = spawnSync(program, [...fixed, ...flags, join(CORPUS, file)], { encoding: "utf8" });
  return (JSON.parse(stdout) as { resources: NativeResult[] }).resources.map(toVerdict);
}

function toVerdict({ kind, name, version, status, msg }: NativeResult): Verdict {
  return {
    status: status.replace("status", "").toLowerCase() || "empty",
    ...(kind && { kind }),
    ...(version && { apiVersion: version }),
    ...(name && { name: name.replace("{{ generateName }}", "") }),
    ...(status === "statusInvalid" && { errors: leaves(msg) }),
    ...(status === "statusError" && { message: msg }),
  };
}

/** The errors of kubeconform's one-line report, without the headings between them. */
function leaves(message: string): string[] {
  const found = new Set<string>();
  for (const [, path, words] of message.matchAll(/- at '([^']*)': (.*?)(?= +- at '|$)/g)) {
    const unknown = /^additional properties (.*) not allowed$/.exec(words!);
    if (unknown)
      for (const [, name] of unknown[1]!.matchAll(/'([^']*)'/g)) found.add(`${path}/${name}: unknown`);
    else if (words !== "validation failed") found.add(`${path}: ${words}`);
  }
  return [...found].sort();
}

const isCheck = process.argv.includes("--check");
const reason = obstacle(SOURCE);
if (reason === undefined) record();
else {
  console.log(`${isCheck ? "not proven here" : "nothing recorded"}: ${reason}`);
  process.exitCode = isCheck ? 0 : 1;
}

function record(): void {
  const folder = mkdtempSync(join(tmpdir(), "verdicts-"));
  try {
    const program = buildKubeconform(folder);
    for (const version of KUBERNETES) {
      exportSchemas(
        write(toLines(readKubernetes(version))) + allCustomResources(),
        join(folder, minor(version)),
      );
    }
    const [newest] = KUBERNETES;
    const verdicts = CASES.map((test) => ({
      ...test,
      verdicts: run(program, join(folder, test.options.kubernetesVersion ?? minor(newest)), test),
    }));
    const text = `${JSON.stringify(verdicts, undefined, 2)}\n`;
    if (!isCheck) writeFileSync(RECORD, text);
    else if (text !== readFileSync(RECORD, "utf8")) {
      console.log("test/fixtures/verdicts.json is not what kubeconform says");
      process.exitCode = 1;
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function minor(version: string): string {
  return version.replace(/\.\d+$/, "");
}
