declare const quantityBrand: unique symbol;
declare const timeBrand: unique symbol;

/** A JSON integer within the safe range (|n| < 2^53). An alias that the compiler reads from the declaration. */
export type Integer = number;

/**
 * A Kubernetes quantity (`500m`, `1Gi`, `2`): a string, or a number in a manifest. The API server rewrites it
 * (`1024Mi` becomes `1Gi`), so it is opaque: compare it with `compareQuantities`, never with `===`.
 */
export type Quantity = (string | number) & { readonly [quantityBrand]: true };

/** A port or a percentage: `8080`, `"http"`, `"25%"`. */
export type IntOrString = Integer | string;

/** An RFC 3339 time, as text. */
export type Time = string & { readonly [timeBrand]: true };

/** JSON that the API does not describe further. */
export type Json = unknown;
