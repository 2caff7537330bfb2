declare const WRIT_BUILD_ID: string | undefined;
declare const WRIT_VERSION: string | undefined;

/** Changes whenever any of writ's own code does: set by the bundler, part of every cache key. */
export const buildId: string = typeof WRIT_BUILD_ID === "string" ? WRIT_BUILD_ID : "unbundled";

/** The version of this package. */
export const version: string = typeof WRIT_VERSION === "string" ? WRIT_VERSION : "0.0.0";
