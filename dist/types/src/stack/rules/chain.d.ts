import type { Location, Source } from "../../project/index.js";
import { type Route } from "../alerts/index.js";
import { type Link } from "../evidence/index.js";
import type { Stack } from "../model/index.js";
import type { LoadedRule } from "./loaded-rule.js";
/** The chain from one rule to the people whom one deployment alerts. */
export interface Chain {
    readonly stack: Stack;
    readonly rule: LoadedRule;
    /** The file is in the container, and Falco loads it. */
    readonly deployed: readonly Link[];
    /** The rule runs, and gets events. */
    readonly enabled: readonly Link[];
    /** Its priority is high enough for Falco. */
    readonly priority: Link;
    readonly routes: readonly TracedRoute[];
}
export interface TracedRoute {
    readonly route: Route;
    readonly links: readonly Link[];
}
/**
 * Follows a rule through one deployment.
 *
 * @param rule as the deployment loads it; or as the repository has it, when the deployment does not
 */
export declare function trace(stack: Stack, rule: LoadedRule): Chain;
/** Where a source is in the container. */
export declare function mountOf(stack: Stack, source: Source): {
    readonly path: string;
    readonly location: Location;
} | undefined;
export declare function firstGap(links: readonly Link[]): Link | undefined;
/** Undefined when an alert reaches somebody, else the link that keeps it: of the route that gets furthest. */
export declare function routeGap({ priority, routes, stack }: Chain): Link | undefined;
