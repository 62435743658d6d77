import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { rolldown } from "rolldown";
import { dts } from "rolldown-plugin-dts";

const root = path.resolve(import.meta.dirname, "..");

/** Writes the types of the library, and of all that they name, in one file: those of its sources would be 600 kB. */
export async function writeDeclarations(target: string): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "declarations-"));
  try {
    const compiler = path.join(root, "node_modules/typescript/bin/tsc");
    const args = [compiler, "-p", "tsconfig.types.json", "--outDir", folder];
    execFileSync(process.execPath, args, { cwd: root, stdio: "inherit" });
    withOwnEndings(folder);
    const bundle = await rolldown({
      input: path.join(folder, "src/index.d.ts"),
      plugins: dts({ dtsInput: true, sourcemap: false, tsconfig: false }),
      // Types of other packages are of no use to who has only this one; none of those is in the library's own.
      external: [/^[^./]/],
      logLevel: "silent",
    });
    const { output } = await bundle.generate({ format: "esm" });
    const [declarations, ...others] = output.filter((part) => part.type === "chunk");
    if (declarations === undefined || others.length > 0 || declarations.imports.length > 0)
      throw new Error(`the types of the library need more than one file: ${declarations?.imports}`);
    writeFileSync(target, declarations.code);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The compiler leaves the sources' own endings in declarations, where nobody else finds them. */
function withOwnEndings(folder: string): void {
  for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith(".d.ts")) continue;
    const declaration = path.join(folder, file);
    const text = readFileSync(declaration, "utf8");
    writeFileSync(declaration, text.replace(/((?:from|import\()\s*"\.[^"]*)\.ts"/g, '$1.js"'));
  }
}
