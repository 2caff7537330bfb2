export type { Admission, JsonObject, NewObject } from "./admission.js";
export { openApiServer, type ApiServer, type ApiServerOptions } from "./server.js";
export { type Unavailable } from "./module.js";
