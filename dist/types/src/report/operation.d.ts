import type { OperationSummary } from "../evidence/index.js";
import type { Format, Report } from "./report.js";
/** What records of a period do not show, in a sentence. */
export declare const operationLimitation = "This says that detectors ran, and that an alert of each was seen to arrive. It does not say that anybody acted on alerts, that the exports are complete, or that an auditor accepts them.";
/** The period and the share of controls, in a sentence. */
export declare function operationSentence({ coverage }: Report, { period }: OperationSummary): string;
/** What was read, in sentences. */
export declare function readSentences({ alerts, metrics, nodes, minimum }: OperationSummary): readonly string[];
/** The rules that operated, with what shows that their alerts arrive. */
export declare function shownSentence({ shown, alerts, drills, ran }: OperationSummary["rules"][number]): string;
/** Operating effectiveness for a terminal. */
export declare const operationText: Format;
/** Operating effectiveness as a Markdown page. */
export declare const operationMarkdown: Format;
