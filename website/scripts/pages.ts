import { controlPages } from "./control-pages.ts";
import { docsPages } from "./docs-pages.ts";
import { fieldPages } from "./field-pages.ts";
import type { Page } from "./page.ts";
import { readPolicies } from "./policies.ts";
import { signalPages } from "./signal-pages.ts";

/** All pages of the site but the playground. */
export async function sitePages(root: string): Promise<Page[]> {
  const policies = readPolicies(root);
  return [...docsPages(root), ...(await fieldPages()), ...controlPages(policies), ...signalPages(policies)];
}
