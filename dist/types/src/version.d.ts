/** The product's own version. */
export declare const version: string;
/** Where its source and its pages are. */
export declare const repository: string;
