import type { Format } from "./report.js";
/** OSCAL assessment results: a result for each framework, a finding for each control that can be seen at run time. */
export declare const oscal: Format;
/** An OSCAL component definition: the monitoring as a component, with what it implements of each control. */
export declare const oscalComponent: Format;
