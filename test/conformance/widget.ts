import { kind, type IntOrString, type Integer, type Json, type Kind, type ObjectMeta, type Quantity } from "@writ/sdk";

/** A custom resource written by hand, with a member of every type that a model can have. */
export interface Widget {
  readonly apiVersion: "example.com/v1";
  readonly kind: "Widget";
  readonly metadata: ObjectMeta;
  readonly spec: WidgetSpec;
}

export interface WidgetSpec {
  readonly text?: string;
  readonly flag?: boolean;
  readonly count?: Integer;
  readonly ratio?: number;
  readonly port?: IntOrString;
  readonly memory?: Quantity;
  readonly free?: Json;
  readonly main?: Part;
  readonly parts?: readonly Part[];
  readonly tags?: readonly string[];
  readonly numbers?: readonly Integer[];
  readonly lists?: readonly (readonly string[])[];
  readonly table?: Readonly<Record<string, Part>>;
  readonly odd?: OddNames;
}

export interface Part {
  readonly name: string;
  readonly on?: boolean;
  readonly size?: Integer;
  readonly port?: IntOrString;
  readonly tags?: readonly string[];
  readonly parts?: readonly Part[];
  readonly next?: Part;
}

/** Members whose names mean something in Rego, in JavaScript, or to nobody. */
export interface OddNames {
  readonly input?: string;
  readonly data?: string;
  readonly default?: string;
  readonly not?: boolean;
  readonly some?: readonly string[];
  readonly with?: Integer;
  readonly count?: Integer;
  readonly contains?: string;
  readonly constructor?: string;
  readonly "a-b"?: string;
  readonly "x.y/z"?: string;
  readonly 'quote"`\\'?: string;
}

export const Widget: Kind<Widget> = kind<Widget>("example.com", "v1", "Widget", "widgets", true);
