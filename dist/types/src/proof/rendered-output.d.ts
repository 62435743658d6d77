import { type Event, type OutputNames } from "../falco/index.js";
/** An output as Falco fills it for an event, without the time and the priority that it puts in front. */
export declare function compileOutput(output: string, names: OutputNames): (event: Event) => string;
