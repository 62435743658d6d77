import { expect, test } from "vitest";
import { fixtureFiles } from "../lint/fixtures.ts";
import { fixed } from "./project.ts";

const [file, deployment] = Object.entries(fixtureFiles("stack/config-key", "bad.yaml"))[0]!;
const only = ({ rule }: { rule: string }) => rule === "stack/config-key";

test("a key that the deployed Falco ignores is removed with its lines, and nothing else", async () => {
  const { texts, applied } = await fixed({ [file]: deployment }, { only });
  expect(applied.map(({ fix }) => fix?.description)).toEqual(['Remove "grpc_output"']);
  expect(texts[file]).toBe(deployment.replace("    grpc_output:\n      enabled: true\n", ""));
});

test("a setting that moved is written where the engine in use reads it, when that is asked for", async () => {
  const { texts } = await fixed({ [file]: deployment }, { only, unsafe: true });
  expect(texts[file]).toContain(
    "      modern_ebpf:\n        buf_size_preset: 4\n        cpus_for_each_buffer: 2\n",
  );
  expect(texts[file]).not.toContain("syscall_buf_size_preset");
  expect((await fixed(texts, { only, unsafe: true })).applied).toEqual([]);
});

test("where no deployment states the version, nothing is removed by itself", async () => {
  const unpinned = deployment.replaceAll(/falcosecurity\/falco:[\d.]+/g, "falcosecurity/falco");
  expect(unpinned).not.toBe(deployment);
  expect((await fixed({ [file]: unpinned }, { only })).applied).toEqual([]);
});
