import type { Report } from "./report.js";
/** An SVG badge with the coverage of all frameworks, or of the one with this id. */
export declare function badgeSvg(report: Report, framework?: string): Promise<string>;
/** The same badge in the JSON shape that an endpoint badge of shields.io reads. */
export declare function badgeEndpoint(report: Report, framework?: string): string;
