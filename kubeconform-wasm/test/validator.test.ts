import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { compile, createValidator, customResourceSchemas, OptionError, readCatalog } from "../src/index.ts";

const module = compile();

async function validator(options: Parameters<typeof createValidator>[0] = {}) {
  return createValidator({ module: await module, ...options });
}

const CONFIG_MAP = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n";

describe("a result", () => {
  it("says where the document and the value are, what was found and what was wanted", async () => {
    const { validate } = await validator({ strict: true });
    const [first, second] = validate(`${CONFIG_MAP}---
apiVersion: v1
kind: Service
metadata: {generateName: web-, namespace: b}
spec:
  prts: []
  ports: [{port: "80", a/b~c: 1}]
`);
    expect(first).toEqual({
      status: "valid",
      document: 0,
      line: 0,
      apiVersion: "v1",
      kind: "ConfigMap",
      name: "a",
    });
    expect(second).toMatchObject({
      status: "invalid",
      reason: "schema",
      document: 1,
      line: 4,
      name: "web-",
      namespace: "b",
      errors: [
        { path: "/spec/ports/0/a~1b~0c", keyword: "additionalProperties" },
        { path: "/spec/ports/0/port", keyword: "type", got: "string", want: ["integer"] },
        { path: "/spec/prts", keyword: "additionalProperties", want: expect.arrayContaining(["ports"]) },
      ],
    });
  });

  it("names the item of a List", async () => {
    const { validate } = await validator();
    const [, second] = validate(
      `apiVersion: v1\nkind: List\nitems: [{apiVersion: v1, kind: ConfigMap}, {kind: ConfigMap}]\n`,
    );
    expect(second).toMatchObject({ status: "error", reason: "untyped", item: 1, kind: "ConfigMap" });
  });

  it("orders errors by their place, items by number", async () => {
    const { validate } = await validator();
    const ports = Array.from({ length: 12 }, () => "{}").join(", ");
    const [result] = validate(`apiVersion: v1\nkind: Service\nspec: {ports: [${ports}]}\n`);
    expect(result?.errors?.map(({ path }) => path)).toEqual(
      Array.from({ length: 12 }, (_, index) => `/spec/ports/${index}`),
    );
  });
});

describe("options", () => {
  it("take any patch release of a built-in version, and the newest by default", async () => {
    const { versions } = await readCatalog();
    expect((await validator()).kubernetesVersion).toBe(versions[0]);
    expect((await validator({ kubernetesVersion: "v1.31.7" })).kubernetesVersion).toBe("1.31");
  });

  it("refuse a version without schemas, and say which there are", async () => {
    await expect(validator({ kubernetesVersion: "1.2" })).rejects.toThrow(OptionError);
    await expect(validator({ kubernetesVersion: "latest" })).rejects.toThrow(/there are for 1\.\d+/);
  });

  it("choose between versions that differ", async () => {
    const manifest =
      "apiVersion: flowcontrol.apiserver.k8s.io/v1beta3\nkind: FlowSchema\nmetadata: {name: a}\n";
    expect((await validator({ kubernetesVersion: "1.31" })).validate(manifest)[0]?.status).toBe("valid");
    expect((await validator({ kubernetesVersion: "1.32" })).validate(manifest)[0]?.reason).toBe(
      "missing schema",
    );
    const { lifeCycles } = await readCatalog();
    expect(lifeCycles["flowcontrol.apiserver.k8s.io/v1beta3/FlowSchema"]).toMatchObject({
      removed: "1.32",
      replacement: "flowcontrol.apiserver.k8s.io/v1/FlowSchema",
    });
  });

  it("list the kinds of the version", async () => {
    const key = "flowcontrol.apiserver.k8s.io/v1beta3/FlowSchema";
    expect((await validator({ kubernetesVersion: "1.31" })).kinds()).toContain(key);
    expect((await validator({ kubernetesVersion: "1.32" })).kinds()).not.toContain(key);
    expect((await validator()).kinds()).toContain("instance.falcosecurity.dev/v1alpha1/Falco");
  });

  it("add schemas, also in place of a built-in one", async () => {
    const { validate } = await validator({
      schemas: [
        {
          apiVersion: "example.com/v1",
          kind: "Backup",
          schema: { type: "object", properties: { every: { type: "string", format: "duration" } } },
        },
        { apiVersion: "v1", kind: "ConfigMap", schema: { required: ["data"] } },
      ],
    });
    const backup = (every: string) => `apiVersion: example.com/v1\nkind: Backup\nevery: ${every}\n`;
    expect(validate(backup("2 days"))[0]?.status).toBe("valid");
    expect(validate(backup("PT1H"))[0]?.status).toBe("valid");
    expect(validate(backup("soon"))[0]?.errors).toMatchObject([{ path: "/every", keyword: "format" }]);
    expect(validate(CONFIG_MAP)[0]?.errors).toMatchObject([{ keyword: "required", want: ["data"] }]);
  });

  it("count a document that is no schema as missing, as kubeconform does", async () => {
    const { validate } = await validator({
      schemas: [{ apiVersion: "a/v1", kind: "A", schema: { type: 1, $ref: "file:///etc/passwd" } }],
    });
    expect(validate("apiVersion: a/v1\nkind: A\n")[0]?.reason).toBe("missing schema");
    await expect(validator({ schemas: [{ apiVersion: "a/v1", kind: "A", schema: null }] })).rejects.toThrow(
      OptionError,
    );
  });

  it("take a CustomResourceDefinition", async () => {
    const definition = {
      spec: {
        group: "example.com",
        names: { kind: "Backup" },
        versions: [
          {
            name: "v1",
            served: true,
            schema: {
              openAPIV3Schema: {
                type: "object",
                properties: {
                  spec: {
                    type: "object",
                    properties: {
                      port: {
                        "x-kubernetes-int-or-string": true,
                        anyOf: [{ type: "integer" }, { type: "string" }],
                      },
                      note: { type: "string", nullable: true },
                      free: { type: "object", "x-kubernetes-preserve-unknown-fields": true },
                    },
                  },
                },
              },
            },
          },
        ],
      },
    };
    const { validate } = await validator({ schemas: customResourceSchemas(definition, true) });
    const backup = (spec: string) =>
      validate(`apiVersion: example.com/v1\nkind: Backup\nmetadata: {name: a}\nspec: ${spec}\n`)[0]?.status;
    expect(backup("{port: 80, note: null, free: {a: 1}}")).toBe("valid");
    expect(backup("{port: http}")).toBe("valid");
    expect(backup("{port: null}")).toBe("invalid");
    expect(backup("{prt: 80}")).toBe("invalid");
    for (const broken of [null, 1, {}, { spec: {} }, { spec: { names: {}, versions: 1 } }]) {
      expect(customResourceSchemas(broken, true)).toEqual([]);
    }
  });
});

describe("hostile texts", () => {
  it("that nest too deep give a clear error, and the next text is checked as ever", async () => {
    const { validate } = await validator();
    const deep = {
      brackets: "[".repeat(100_000),
      braces: `apiVersion: v1\nkind: ConfigMap\ndata: ${"{a: ".repeat(20_000)}${"}".repeat(20_000)}`,
      lines: `apiVersion: v1\nkind: ConfigMap\ndata:\n${Array.from({ length: 9000 }, (_, depth) => `${" ".repeat(depth + 1)}a:`).join("\n")}`,
      item: `apiVersion: v1\nkind: List\nitems: [{a: ${"[".repeat(9000)}${"]".repeat(9000)}}]`,
    };
    for (const text of Object.values(deep)) {
      const [result] = validate(text);
      // How deep is too deep depends on the stack that this process has.
      expect(["too deep", "unreadable", "schema", "untyped"]).toContain(result?.reason);
      expect(validate(CONFIG_MAP)[0]?.status).toBe("valid");
    }
    expect(validate(deep.brackets)[0]).toMatchObject({ status: "error" });
  });

  it("that expand without end are refused", async () => {
    const { validate } = await validator();
    const levels = Array.from({ length: 12 }, (_, level) => {
      const item = level === 0 ? "x" : `*a${level - 1}`;
      return `a${level}: &a${level} [${Array(10).fill(item).join(", ")}]`;
    });
    expect(validate(levels.join("\n"))[0]?.reason).toBe("unreadable");
  });

  it("never throw", async () => {
    const { validate } = await validator({ strict: true });
    const pieces = [
      "---",
      "\n",
      "a: b",
      "kind: List",
      "items:",
      "- ",
      "{",
      "}",
      "[",
      "]",
      "'",
      '"',
      "|",
      "&a",
      "*a",
      "\t",
      "\0",
      "\ud800",
      "!!binary x",
      "<<: ",
      "? ",
      "\u2028",
    ];
    let seed = 7;
    for (let round = 0; round < 300; round++) {
      let text = "";
      for (let i = 0; i < 12; i++) {
        seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
        text += pieces[(seed >>> 16) % pieces.length];
      }
      for (const { status } of validate(text)) {
        expect(["valid", "invalid", "error", "skipped", "empty"]).toContain(status);
      }
    }
  });
});

describe("a validator", () => {
  it("gives the same answer after thousands of texts, in bounded memory", async () => {
    const { validate } = await validator({ strict: true });
    const text = `${CONFIG_MAP}data: {a: ${"x".repeat(10_000)}}\n---\napiVersion: v1\nkind: Service\nspec: {ports: [{}], x: 1}\n`;
    const answer = validate(text);
    for (let i = 0; i < 2000; i++) validate(text);
    expect(validate(text)).toEqual(answer);
    const before = process.memoryUsage().arrayBuffers;
    for (let i = 0; i < 2000; i++) validate(text);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 << 20);
    for (let i = 0; i < 2000; i++) validate(`apiVersion: example.com/v${i}\nkind: Kind${i}\n`);
    expect(validate(text)).toEqual(answer);
  }, 120_000);

  it("works in a worker with the module of the main thread", async () => {
    const bundle = await build({
      entryPoints: [fileURLToPath(new URL("../src/index.ts", import.meta.url))],
      bundle: true,
      format: "esm",
      platform: "node",
      write: false,
    });
    const worker = new Worker(
      `const { parentPort, workerData } = require("node:worker_threads");
       import(workerData.code).then(async ({ createValidator }) => {
         const data = new URL(workerData.data);
         const { validate } = await createValidator({ module: workerData.module, data, strict: true });
         parentPort.postMessage(validate(workerData.text));
       });`,
      {
        eval: true,
        workerData: {
          code: `data:text/javascript;base64,${Buffer.from(bundle.outputFiles[0]!.contents).toString("base64")}`,
          data: new URL("../data/", import.meta.url).href,
          module: await module,
          text: `${CONFIG_MAP}dta: {}\n`,
        },
      },
    );
    const results = await new Promise((resolve, reject) =>
      worker.once("message", resolve).once("error", reject),
    );
    expect(results).toMatchObject([{ status: "invalid", errors: [{ path: "/dta" }] }]);
    await worker.terminate();
  });
});
