import { defineConfig } from "vitest/config";
import { schemaValidators } from "./scripts/schema-validators.ts";
import { yamlModules } from "./scripts/yaml-modules.ts";

export default defineConfig({
  plugins: [yamlModules.vite, schemaValidators.vite],
  test: {
    include: ["test/**/*.test.ts", "kubeconform-wasm/test/**/*.test.ts", "helm-wasm/test/**/*.test.ts"],
    reporters: ["default", "./test/closing-line.ts"],
    pool: "threads",
    testTimeout: 30_000,
  },
});
