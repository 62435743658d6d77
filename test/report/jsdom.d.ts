/** The little of jsdom that the tests use; its published types need a newer Node than the package supports. */
declare module "jsdom" {
  export class JSDOM {
    constructor(
      html: string,
      options?: { readonly runScripts?: "outside-only"; readonly pretendToBeVisual?: boolean },
    );
    readonly window: { eval(script: string): unknown };
  }
}
