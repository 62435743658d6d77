import { existsSync, renameSync, rmSync, symlinkSync } from "node:fs";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { deployment, manifests, matrixOf, ruleTests, vaultRule } from "../github/deployment.ts";
import { Repository } from "./repository.ts";

vi.mock("../../src/documentation.ts", async (original) => ({
  ...(await original<typeof import("../../src/documentation.ts")>()),
  programFolders: [],
}));

const texts = [
  vaultRule(),
  vaultRule({ name: "Other" }),
  vaultRule({ priority: "INFO" }),
  vaultRule({ condition: "evt.typ = open" }),
  manifests(vaultRule(), "error"),
  matrixOf(),
  matrixOf("Other"),
  ruleTests(),
  "level: valid\n",
  "fail-on: notice\nmin-coverage: 100\n",
  "policies/rules.yaml\n",
  "",
];
const files = [...Object.keys(deployment), ".gitignore", "policies/more.yaml", "other/rules.yaml"];
const file = fc.constantFrom(...files);
const edit = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("write"), file, text: fc.constantFrom(...texts) }) },
  fc.record({ kind: fc.constant("remove"), file }),
  fc.record({ kind: fc.constant("move"), file, to: file }),
  fc.record({ kind: fc.constant("link"), file, to: file }),
  fc.record({ kind: fc.constant("nothing") }),
);

function apply(repository: Repository, change: { kind: string; file?: string; to?: string; text?: string }) {
  const { kind, file: name = "", to = "", text = "" } = change;
  const place = repository.path(name);
  if (kind === "write") {
    rmSync(place, { force: true });
    repository.write(name, text);
  } else if (kind === "remove") rmSync(place, { force: true });
  else if (kind === "move" && existsSync(place) && name !== to) {
    repository.write(to, "");
    renameSync(place, repository.path(to));
  } else if (kind === "link" && name !== to) {
    repository.write(name, "");
    rmSync(place, { force: true });
    symlinkSync(repository.path(to), place);
  }
}

test("after any edits, a check with the cache says what one without it says", {
  timeout: 120_000,
}, async () => {
  const requests = [["check"], ["check", "policies"], ["coverage", "--level", "valid"]];
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(edit, fc.constantFrom(...requests)), { minLength: 2, maxLength: 6 }),
      fc.boolean(),
      async (edits, inCi) => {
        vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 10_000 });
        try {
          const repository = new Repository();
          if (inCi) repository.env = { CI: "1" };
          for (const [change, request] of edits) {
            apply(repository, change);
            expect(await repository.cached(...request)).toEqual(await repository.run(...request));
          }
        } finally {
          vi.useRealTimers();
        }
      },
    ),
    { numRuns: 12 },
  );
});
