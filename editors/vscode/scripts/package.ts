import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";

/*
 * Packs the extension with the built server into `falcoverage-VERSION.vsix`. What goes in is put together in a folder
 * of its own, so that nothing else of the repository can.
 */
const editor = path.resolve(import.meta.dirname, "..");
const root = path.resolve(editor, "../..");
const stage = path.join(editor, "build");

rmSync(stage, { recursive: true, force: true });
mkdirSync(stage);
await build({
  absWorkingDir: editor,
  entryPoints: ["src/extension.ts"],
  outfile: path.join(stage, "extension.cjs"),
  bundle: true,
  format: "cjs",
  platform: "node",
  target: "node20",
  external: ["vscode"],
  minifySyntax: true,
  minifyWhitespace: true,
});
for (const file of ["README.md", "language-configuration.json", "syntaxes"])
  cpSync(path.join(editor, file), path.join(stage, file), { recursive: true });
cpSync(path.join(root, "LICENSE"), path.join(stage, "LICENSE"));
// The command line is the server; its declarations and the entry of the GitHub Action are no part of it.
cpSync(path.join(root, "dist"), path.join(stage, "server"), {
  recursive: true,
  filter: (file) => !["types", "action.js"].includes(path.relative(path.join(root, "dist"), file)),
});
writeFileSync(path.join(stage, "server/package.json"), '{ "type": "module" }\n');

const { devDependencies: _, ...manifest } = JSON.parse(
  readFileSync(path.join(editor, "package.json"), "utf8"),
) as { version: string; devDependencies: unknown };
writeFileSync(path.join(stage, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);

const vsix = path.join(editor, `falcoverage-${manifest.version}.vsix`);
const options = ["--no-dependencies", "--out", vsix];
// The reference events of stolen credentials hold made-up ones.
for (const kind of ["github", "slack"]) options.push("--allow-package-secrets", kind);
execFileSync(process.execPath, [path.join(editor, "node_modules/@vscode/vsce/vsce"), "package", ...options], {
  cwd: stage,
  stdio: "inherit",
});
