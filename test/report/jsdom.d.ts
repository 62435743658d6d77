/** The little of jsdom that tests and fuzzing use; its published types need a newer Node than the package supports. */
declare module "jsdom" {
  interface JSDOMElement {
    readonly textContent: string;
    getAttributeNames(): readonly string[];
    getAttribute(name: string): string | null;
    querySelector(selector: string): JSDOMElement | null;
    querySelectorAll(selector: string): Iterable<JSDOMElement>;
  }
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
        querySelectorAll(selector: string): Iterable<JSDOMElement>;
      };
    };
  }
}
