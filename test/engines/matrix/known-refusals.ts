/** A policy that a column has no form of: the build refuses it there. */
export interface KnownRefusal {
  readonly columns: readonly string[];
  readonly subjects: readonly string[];
  readonly reason: string;
}

export const knownRefusals: readonly KnownRefusal[] = [];
