/**
 * `npm run build -w kubeconform-wasm` makes data/ from the sources; with `--check` it makes them again
 * and says whether the committed ones are the same, byte for byte once decompressed (Node releases may
 * compress differently), and runs the tests of the Go program. Both need the Go release that go/go.mod pins;
 * without it there is nothing to prove and the check is skipped.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync } from "node:zlib";
import { PROGRAM } from "../src/data.ts";
import { buildSchemas } from "./build-schemas.ts";
import { buildWasm, obstacle, SOURCE } from "./build-wasm.ts";
import { compress } from "./compress.ts";
import { notices } from "./notices.ts";

const NOTICES = "THIRD_PARTY_NOTICES.txt";
const DATA = new URL("../data/", import.meta.url);

function build(): Map<string, Uint8Array> {
  const { builtIn, files } = buildSchemas();
  return new Map([...files, [PROGRAM, compress(buildWasm(builtIn))], [NOTICES, Buffer.from(notices())]]);
}

function write(files: Map<string, Uint8Array>): void {
  rmSync(DATA, { recursive: true, force: true });
  mkdirSync(DATA);
  for (const [name, bytes] of files) writeFileSync(new URL(name, DATA), bytes);
  console.log(`${files.size} files written to ${fileURLToPath(DATA)}`);
}

/** The names of the committed files that are not what the sources make. */
function differences(files: Map<string, Uint8Array>): string[] {
  const committed = new Set(existsSync(DATA) ? readdirSync(DATA) : []);
  const names = new Set([...files.keys(), ...committed]);
  return [...names].filter((name) => {
    const made = files.get(name);
    return (
      !made ||
      !committed.has(name) ||
      content(name, made).compare(content(name, readFileSync(new URL(name, DATA)))) !== 0
    );
  });
}

function content(name: string, bytes: Uint8Array): Buffer {
  return name.endsWith(".br") ? brotliDecompressSync(bytes) : Buffer.from(bytes);
}

const isCheck = process.argv.includes("--check");
const reason = obstacle();
if (reason !== undefined) {
  console.log(`${isCheck ? "not proven here" : "nothing built"}: ${reason}`);
  process.exitCode = isCheck ? 0 : 1;
} else if (isCheck) {
  execFileSync("go", ["test", "."], { cwd: SOURCE, stdio: "inherit" });
  const different = differences(build());
  console.log(
    different.length === 0
      ? "the files in data/ are what the sources make"
      : `not what the sources make: ${different.join(", ")}`,
  );
  process.exitCode = different.length === 0 ? 0 : 1;
} else {
  write(build());
}
