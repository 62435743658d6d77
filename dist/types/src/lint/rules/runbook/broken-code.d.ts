/**
 * A code block of a runbook is broken YAML, JSON, shell or PromQL.
 *
 * ## Why
 *
 * In an incident people copy the block and run it. A quote that is not closed costs minutes then, or does
 * half of what it should.
 *
 * ## Instead
 *
 * Correct the code, and write placeholders as variables: `"$POD"`.
 *
 * ## Notes
 *
 * Blocks are reported by the word behind the fence: `yaml`, `json`, `bash` (`sh`, `shell`, `zsh`), `promql`.
 * YAML and PromQL are read by complete parsers, JSON as one value or several. Of shell scripts the syntax is
 * read as bash reads it: quotes, substitutions, here-documents, `if`, `for`, `while`, `case`, functions,
 * redirections. Not looked at are what the commands are, expressions in `[[ ]]` and `(( ))`, what stands
 * between backticks, and aliases. Placeholders such as `<pod>` are redirections to the shell, and reported as
 * such. Transcripts (`console`) are not checked.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
