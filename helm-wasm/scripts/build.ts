/**
 * `npm run build -w helm-wasm` makes data/ from the sources; with `--check` it proves the committed files and runs
 * the tests of the Go program. Both need the Go release that go/go.mod pins; without it there is nothing to prove
 * and the check is skipped.
 */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildAssets } from "../../kubeconform-wasm/scripts/assets.ts";
import { compress } from "../../kubeconform-wasm/scripts/compress.ts";
import { compileProgram } from "../../kubeconform-wasm/scripts/go.ts";
import { notices } from "../../kubeconform-wasm/scripts/notices.ts";
import { snapshot } from "../../kubeconform-wasm/scripts/snapshot.ts";
import { NOTICES, PROGRAM } from "../src/data.ts";
import { MEMORY_LIMIT, Program } from "../src/program.ts";
import { WARM_UP } from "./warm-up.ts";

const SOURCE = fileURLToPath(new URL("../go", import.meta.url));
/** A Go module of its own: it needs the libraries that stand-ins replace in the program. */
const VERSIONS = fileURLToPath(new URL("../versions", import.meta.url));
/** Helm's packages can fetch schemas and look at the first bytes of a file; only the second is wanted. */
const STANDINS = [
  { name: "net/http", kept: ["sniff.go"] },
  { name: "crypto/tls", kept: [] },
].map((standin) => ({ ...standin, folder: join(SOURCE, "stubs/std", standin.name) }));
const API_VERSIONS = new URL("../go/versions.txt", import.meta.url);

buildAssets({
  data: new URL("../data/", import.meta.url),
  modules: [SOURCE, VERSIONS],
  make: () => {
    takeVersions();
    return new Map([
      [PROGRAM, compress(buildWasm())],
      [NOTICES, Buffer.from(notices(SOURCE))],
    ]);
  },
});

/** The API versions are part of the program; a check makes the program of those that Helm has now. */
function takeVersions(): void {
  const versions = execFileSync("go", ["run", "."], { cwd: VERSIONS, encoding: "utf8" });
  if (versions !== readFileSync(API_VERSIONS, "utf8")) writeFileSync(API_VERSIONS, versions);
}

function buildWasm(): Uint8Array {
  return snapshot(
    compileProgram(SOURCE, STANDINS),
    (instance) => {
      const program = Program.of(instance);
      program.render(WARM_UP);
      program.settle();
    },
    MEMORY_LIMIT,
  );
}
