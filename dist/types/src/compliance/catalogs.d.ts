import type { CatalogHead } from "./catalog.js";
/** The frameworks that come with the product. */
export declare const catalogs: readonly {
    readonly head: CatalogHead;
    readonly load: () => Promise<{
        readonly default: unknown;
    }>;
}[];
