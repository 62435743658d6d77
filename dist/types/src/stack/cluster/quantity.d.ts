/** A quantity of Kubernetes (`100m`, `512Mi`, `1`) as a number of cores or bytes; undefined for other texts. */
export declare function parseQuantity(quantity: string | undefined): number | undefined;
