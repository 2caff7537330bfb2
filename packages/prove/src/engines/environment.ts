/**
 * The environment of an engine. Each is a Go program that lives for minutes and makes much garbage for little that lasts: CEL of the oldest
 * minor is planned anew for every evaluation. With five times what lasts as room, a third of its time is not spent on collecting.
 */
export function engineEnvironment(): NodeJS.ProcessEnv {
  return { GOGC: "400", ...process.env };
}
