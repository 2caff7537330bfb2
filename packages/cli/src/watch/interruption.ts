/** Waits until somebody ends the process, by Ctrl-C or a signal to stop; a second time ends it at once, as it always does. */
export function interruption(): Promise<"interrupted"> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve("interrupted"));
  });
}
