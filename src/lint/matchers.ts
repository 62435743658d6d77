import type { Matcher, Monitoring } from "../monitoring/index.ts";
import type { Text } from "../project/index.ts";

/** A label matcher of an expression. */
export interface MatcherUse {
  readonly text: Text;
  /** The name of the metric whose series it selects; undefined where none is named. */
  readonly metric: string | undefined;
  readonly matcher: Matcher;
}

/** The label matchers of all alerting rules and dashboards. */
export function* matchersOf({ queries }: Monitoring): Iterable<MatcherUse> {
  for (const { text, expression } of queries) {
    for (const { metric, matchers } of expression.selectors)
      for (const matcher of matchers) yield { text, metric: metric?.name, matcher };
  }
}
