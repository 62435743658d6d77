import { RE2JS } from "re2js";
import { expect, it } from "vitest";
import packageFile from "../../../package.json" with { type: "json" };
import lock from "../../../package-lock.json" with { type: "json" };

it("pins the version of re2js, whose private interface conditions use", () => {
  const wanted = packageFile.devDependencies.re2js;
  expect(wanted).toMatch(/^\d+\.\d+\.\d+$/);
  expect(lock.packages["node_modules/re2js"].version).toBe(wanted);
});

it("finds the private interface of re2js", () => {
  const engine = RE2JS.compile("").re2().constructor as unknown as Record<string, unknown>;
  expect(engine.compileImpl).toBeTypeOf("function");
});
