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

import { parseYaml } from "../../../project/index.ts";
import { type Fence, jsonProblem, shellProblem } from "../../../runbook/index.ts";
import type { LintRule, Problem } from "../../rule.ts";

const shells: ReadonlySet<string> = new Set(["bash", "sh", "shell", "zsh"]);
const nobody = "Anyone who copies it in an incident gets an error.";

const rule: LintRule = {
  id: "runbook/broken-code",
  severity: "warning",
  confidence: "high",
  summary: "A code block of a runbook is broken YAML, JSON, shell or PromQL",
  fixable: false,
  *check({ runbooks, monitoring }) {
    const queries = new Map(monitoring.queries.map((query) => [query.text, query]));
    for (const { fences } of runbooks) {
      for (const fence of fences) {
        if (fence.open)
          yield {
            at: fence.at,
            message: "The code block has no end.",
            help: "Everything after it is code.",
          };
        else if (fence.language === "promql") {
          for (const { span, message } of queries.get(fence.text)?.expression.errors ?? [])
            yield {
              at: { text: fence.text, span },
              message: `Prometheus cannot read this: ${message}`,
              help: nobody,
            };
        } else yield* problemsIn(fence);
      }
    }
  },
};

function* problemsIn({ language, text }: Fence): Iterable<Problem> {
  if (language === "yaml" || language === "yml") {
    const [error] = parseYaml(text).flatMap(({ errors }) => errors);
    if (error !== undefined) {
      const message = `This is not valid YAML: ${error.message.split("\n", 1)[0]}`;
      yield { at: { text, span: error.span }, message, help: nobody };
    }
    return;
  }
  const [name, problem] =
    language === "json"
      ? ["JSON", jsonProblem(text.content)]
      : shells.has(language)
        ? ["a shell script", shellProblem(text.content)]
        : [];
  if (problem !== undefined)
    yield {
      at: { text, span: problem.span },
      message: `This is not ${name}: ${problem.message}`,
      help: nobody,
    };
}

export default rule;
