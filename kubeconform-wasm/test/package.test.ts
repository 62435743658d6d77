import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createValidator } from "../src/index.ts";

// The package as it is published: bundled, with its data beside the code.

const folder = mkdtempSync(path.join(tmpdir(), "package-"));

beforeAll(async () => {
  const source = path.join(import.meta.dirname, "../src");
  await build({
    entryPoints: ["index", "pool", "worker"].map((name) => path.join(source, `${name}.ts`)),
    outdir: folder,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
  });
  writeFileSync(path.join(folder, "package.json"), '{"type": "module"}');
  cpSync(path.join(import.meta.dirname, "../data"), path.join(folder, "kubeconform"), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true }));

const TEXTS = [
  "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n",
  "apiVersion: v1\nkind: Service\nspec: {ports: [{port: a}], x: 1}\n",
  "[".repeat(100_000),
  "a: [",
  `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: large}\ndata:\n  a: ${"x".repeat(2 << 20)}\n`,
];

it("gives the results of the sources, in one thread and in several", async () => {
  const program = path.join(folder, "run.js");
  writeFileSync(
    program,
    `import { createValidator } from "./index.js";
     import { validateAll } from "./pool.js";
     const texts = ${JSON.stringify(TEXTS)};
     const { validate } = await createValidator({ strict: true });
     const several = [...texts, ...texts, ...texts];
     const all = await validateAll(several, { strict: true, threads: 3 });
     console.log(JSON.stringify([texts.map(validate), all]));`,
  );
  const [one, all] = JSON.parse(execFileSync(process.execPath, [program], { encoding: "utf8" }));
  const { validate } = await createValidator({ strict: true });
  const expected = JSON.parse(JSON.stringify(TEXTS.map(validate)));
  // How deep is too deep depends on the stack that a thread has.
  for (const results of [one, all, expected]) {
    for (let i = 2; i < results.length; i += TEXTS.length) {
      expect(results[i]).toMatchObject([{ status: "error" }]);
      results[i] = "error";
    }
  }
  expect(one).toEqual(expected);
  expect(all).toEqual([...expected, ...expected, ...expected]);
});
