import { readFileSync } from "node:fs";
import path from "node:path";
import type { Metafile } from "esbuild";
import { licencesOf, type Work } from "../kubeconform-wasm/scripts/notices.ts";

/** The licences of the packages that a bundle holds; licences ask that they go with every copy. */
export function bundledNotices(root: string, { outputs }: Metafile): string {
  const inputs = Object.values(outputs).flatMap((output) =>
    Object.entries(output.inputs)
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([input]) => input),
  );
  const folders = new Set(inputs.map(packageFolder).filter((folder) => folder !== undefined));
  return licencesOf([...folders].sort().map((folder) => workIn(path.join(root, folder))));
}

/** The package that a bundled file belongs to: the last `node_modules/NAME` or `node_modules/@SCOPE/NAME` on its way. */
function packageFolder(input: string): string | undefined {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
}

function workIn(folder: string): Work {
  const manifest = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as Manifest;
  const { name, version, license, author } = manifest;
  const by = typeof author === "string" ? author : author?.name;
  return {
    name: `${name} ${version}`,
    folder,
    ...(license !== undefined && {
      statement: `Licensed under ${license}${by === undefined ? "" : ` by ${by}`}. The package comes without the text of the licence.`,
    }),
  };
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly author?: string | { readonly name?: string };
}
