import { type Markup } from "./markup.js";
import type { Report } from "./report.js";
/** Every signal with the attacks that are missed and the everyday events that raise an alert. */
export declare function signalSection({ coverage }: Report): Markup | null;
