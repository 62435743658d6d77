import { readdirSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { expect, test } from "vitest";

const folder = new URL("../../schemas/", import.meta.url);

test.each(readdirSync(folder))("%s is a JSON Schema", (name) => {
  const schema: object = JSON.parse(readFileSync(new URL(name, folder), "utf8"));
  const ajv = new Ajv({ allowUnionTypes: true });
  expect(ajv.validateSchema(schema), ajv.errorsText()).toBe(true);
  ajv.compile(schema);
});
