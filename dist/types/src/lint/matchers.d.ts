import type { Matcher, Monitoring } from "../monitoring/index.js";
import type { Text } from "../project/index.js";
/** A label matcher of an expression. */
export interface MatcherUse {
    readonly text: Text;
    /** The name of the metric whose series it selects; undefined where none is named. */
    readonly metric: string | undefined;
    readonly matcher: Matcher;
}
/** The label matchers of all alerting rules and dashboards. */
export declare function matchersOf({ queries }: Monitoring): Iterable<MatcherUse>;
