import { controlPages } from "./control-pages.ts";
import { docsPages } from "./docs-pages.ts";
import { fieldPages } from "./field-pages.ts";
import type { Page } from "./page.ts";
import { readPolicies } from "./policies.ts";
import { signalPages } from "./signal-pages.ts";

/** All pages of the site but the playground. */
export function sitePages(root: string): Page[] {
  const policies = readPolicies(root);
  return [...docsPages(root), ...fieldPages(), ...controlPages(policies), ...signalPages(policies)];
}
