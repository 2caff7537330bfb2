/** Whether two parts of the IR are the same but for the places that they came from. */
export function isSame(left: unknown, right: unknown): boolean {
  return withoutSpans(left) === withoutSpans(right);
}

function withoutSpans(part: unknown): string {
  return JSON.stringify(part, (key, value: unknown) => (key === "span" ? undefined : value));
}
