// The verdict of a unit test is that of `writ check`, so the matchers are in the package that holds the command (docs/adr/0010).
export * from "@writ/cli/vitest";
