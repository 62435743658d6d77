/** The little of jsdom that tests and fuzzing use; its published types need a newer Node than the package supports. */
declare module "jsdom" {
  export class JSDOM {
    constructor(
      html: string,
      options?: {
        readonly runScripts?: "outside-only";
        readonly pretendToBeVisual?: boolean;
        readonly contentType?: "text/xml";
      },
    );
    readonly window: {
      eval(script: string): unknown;
      readonly document: {
        querySelectorAll(selector: string): Iterable<{ getAttributeNames(): readonly string[] }>;
      };
    };
  }
}
