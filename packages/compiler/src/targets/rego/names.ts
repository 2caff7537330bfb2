const keywords = new Set(
  "as contains data default else every false if import in input not null package set some true with".split(" "),
);

/** Whether Rego gives a name a meaning of its own. */
export function isKeyword(name: string): boolean {
  return keywords.has(name);
}

// Builtins without a dot, and the first words of those with one: a variable of that name would hide them.
const builtins = new Set(
  (
    "abs all any array assign base64 base64url bits cast_array ceil concat contains count crypto div endswith eq equal floor " +
    "format_int glob graph graphql gt gte hex http indexof indexof_n intersection io internal is_array is_boolean is_null " +
    "is_number is_object is_set is_string json lower lt lte max min minus mul neq net numbers object opa or and plus print " +
    "product providers rand re_match regex rego rem replace round sem semver set_diff sort split sprintf startswith strings " +
    "substring sum time to_number trace trim trim_left trim_prefix trim_right trim_space trim_suffix type_name union units " +
    "upper urlquery uuid walk yaml"
  ).split(" "),
);

/** Gives out names that are valid and close to the source's. */
export interface Names {
  /** A name for a variable, unique in the rule that is being made and unlike every rule so far. */
  readonly fresh: (hint: string) => string;
  /** A name for a rule, unlike every other rule and every variable. */
  readonly rule: (hint: string) => string;
  /** Begins a rule: its variables may have the names that those of other rules have. */
  readonly begin: () => void;
}

export function names(reserved: readonly string[]): Names {
  const rules = new Set(reserved);
  const variables = new Set<string>();
  const everVariables = new Set<string>();
  const choose = (hint: string, isTaken: (name: string) => boolean): string => {
    const base = snakeCase(hint);
    const first = isKeyword(base) || builtins.has(base) ? `${base}_` : base;
    let name = first;
    for (let count = 2; isTaken(name); count += 1) name = `${first}_${String(count)}`;
    return name;
  };
  return {
    fresh: (hint) => {
      const name = choose(hint, (taken) => rules.has(taken) || variables.has(taken));
      variables.add(name);
      everVariables.add(name);
      return name;
    },
    rule: (hint) => {
      const name = choose(hint, (taken) => rules.has(taken) || everVariables.has(taken));
      rules.add(name);
      return name;
    },
    begin: () => {
      variables.clear();
    },
  };
}

/** `hostPath` as `host_path`: how Rego code is written. */
export function snakeCase(name: string): string {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1_$2")
    .replace(/[^A-Za-z0-9_]/g, "_")
    .toLowerCase();
  return /^[a-z]/.test(words) ? words : `v${words}`;
}
