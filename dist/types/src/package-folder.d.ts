/** The folder of this package, from the bundle in `dist` as from the sources below `src`. */
export declare function packageFolder(): string;
