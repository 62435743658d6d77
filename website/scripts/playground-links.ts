import { deflateRawSync } from "node:zlib";
import { ofKind, readProject, Text } from "../../src/project/index.ts";

const fence = /^```yaml\n([\s\S]*?)^```$/gm;

/** Markdown in which each rules file is followed by a link that opens it in the playground. */
export function withPlaygroundLinks(markdown: string, playground: string): string {
  return markdown.replace(fence, (block, text: string) => {
    if (!holdsRules(text)) return block;
    return `${block}\n\n[Open in the playground](${playground}#${fragmentOf(text)})`;
  });
}

/** Whether a text is a rules file, or holds one. */
function holdsRules(text: string): boolean {
  const project = readProject({ texts: [new Text("example.yaml", text)], skipped: [] });
  return ofKind(project, "falco-rules").length > 0;
}

/** The part of the address that makes the playground open a text, loaded as a check loads a file that no deployment does. */
function fragmentOf(text: string): string {
  const state = { files: [{ name: "example.yaml", text }], afterPublished: true };
  return `1.${deflateRawSync(JSON.stringify(state)).toString("base64url")}`;
}
