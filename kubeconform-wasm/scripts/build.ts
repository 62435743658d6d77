/**
 * `npm run build -w kubeconform-wasm` makes data/ from the sources; with `--check` it proves the committed files and
 * runs the tests of the Go program. Both need the Go release that go/go.mod pins; without it there is nothing to
 * prove and the check is skipped.
 */
import { CODE, MEMORY } from "../src/data.ts";
import { buildAssets } from "./assets.ts";
import { buildSchemas } from "./build-schemas.ts";
import { buildWasm, SOURCE } from "./build-wasm.ts";
import { compress } from "./compress.ts";
import { KUBERNETES, moduleFolder, PROMETHEUS_OPERATOR } from "./modules.ts";
import { notices } from "./notices.ts";
import { detachMemory } from "./snapshot.ts";

buildAssets({
  data: new URL("../data/", import.meta.url),
  modules: [SOURCE],
  make: () => {
    const { builtIn, files } = buildSchemas();
    const { code, memory } = detachMemory(buildWasm(builtIn));
    const licences = notices(SOURCE, [
      {
        name: `k8s.io/kubernetes v${KUBERNETES[0]} and earlier (API definitions)`,
        folder: moduleFolder(`k8s.io/kubernetes@v${KUBERNETES[0]}`),
      },
      { name: `${PROMETHEUS_OPERATOR} (resource definitions)`, folder: moduleFolder(PROMETHEUS_OPERATOR) },
    ]);
    return new Map([
      ...files,
      [CODE, compress(code)],
      [MEMORY, compress(memory)],
      ["THIRD_PARTY_NOTICES.txt", Buffer.from(licences)],
    ]);
  },
});
