import type { PathSegment } from "@writ/sdk";

const plainName = /^[A-Za-z_$][\w$]*$/;

/** A path as a person writes it: `spec.containers[0].image`, `metadata.labels["app.kubernetes.io/name"]`. */
export function pathText(path: readonly PathSegment[]): string {
  return path.reduce<string>((text, segment) => {
    if (typeof segment === "number") return `${text}[${segment}]`;
    if (!plainName.test(segment)) return `${text}[${JSON.stringify(segment)}]`;
    return text === "" ? segment : `${text}.${segment}`;
  }, "");
}

const step = /(?:^|(?!^)\.)([^.[\]"]+)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]/y;

/**
 * The segments of a path that is written as text. A name with other characters than `.`, `[`, `]` and quotes may stand as it is.
 *
 * @throws TypeError when the text is no path.
 */
export function pathOfText(text: string): readonly PathSegment[] {
  const segments: PathSegment[] = [];
  let position = 0;
  while (position < text.length) {
    step.lastIndex = position;
    const found = step.exec(text);
    if (found === null)
      throw new TypeError(`\`${text}\` is no path: write spec.containers[0].image, or a list of segments`);
    const [whole, name, index, quoted] = found;
    if (name !== undefined) segments.push(name);
    else if (index !== undefined) segments.push(Number(index));
    else segments.push(JSON.parse(quoted ?? "") as string);
    position += whole.length;
  }
  return segments;
}
