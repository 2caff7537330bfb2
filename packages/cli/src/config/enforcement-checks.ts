import { type Check, type Fault, isRecord, listOf, must, objectOf, oneOf, recordOf, textOf } from "./checks.js";

const action = oneOf("audit", "warn", "deny");
const namespaceName = textOf(/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/, "the name of a namespace");
const namespaceNames = listOf(namespaceName, "a list of namespaces");

const labelKey = /^([a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?\/)?[A-Za-z0-9]([-\w.]{0,61}[A-Za-z0-9])?$/;
const labelValue = textOf(/^([A-Za-z0-9]([-\w.]{0,61}[A-Za-z0-9])?)?$/, "the value of a label");

const matchLabels: Check = (value, path) => {
  const fault = recordOf(labelValue)(value, path);
  if (fault !== undefined) return fault;
  const wrong = Object.keys(value as object).find((key) => !labelKey.test(key));
  return wrong === undefined ? undefined : { message: `\`${wrong}\` is no key of a label`, path: [...path, wrong] };
};

const matchExpression: Check = (value, path) => {
  const fields = objectOf({
    key: textOf(labelKey, "the key of a label"),
    operator: oneOf("In", "NotIn", "Exists", "DoesNotExist"),
    values: listOf(labelValue, "a list of values"),
  });
  const fault = fields(value, path);
  if (fault !== undefined) return fault;
  const { key, operator, values = [] } = value as { key?: string; operator?: string; values?: readonly string[] };
  if (key === undefined) return must([...path, "key"], "the key of a label");
  if (operator === undefined) return must([...path, "operator"], "one of In, NotIn, Exists, DoesNotExist");
  const takesValues = operator === "In" || operator === "NotIn";
  if (takesValues === values.length > 0) return undefined;
  return must([...path, "values"], takesValues ? "a list with at least one value" : `absent with ${operator}`);
};

const selects = ["names", "matchLabels", "matchExpressions"] as const;

const namespaceAction: Check = (value, path) => {
  const fields = objectOf({
    action,
    names: namespaceNames,
    matchLabels,
    matchExpressions: listOf(matchExpression, "a list of expressions"),
  });
  const fault = fields(value, path);
  if (fault !== undefined) return fault;
  const given = value as Readonly<Record<string, unknown>>;
  if (given["action"] === undefined) return must([...path, "action"], "one of audit, warn, deny");
  const isSelective = selects.some((key) => given[key] !== undefined && Object.keys(given[key] as object).length > 0);
  return isSelective ? undefined : nothingSelected(path);
};

function nothingSelected(path: Fault["path"]): Fault {
  const help =
    "give it `names`, `matchLabels` or `matchExpressions`; an action for every namespace is `action` beside the list";
  return { ...must(path, "a selection of namespaces"), help };
}

const ownEnforcement = {
  action,
  namespaces: listOf(namespaceAction, "a list of namespaces with their action"),
  failurePolicy: oneOf("Fail", "Ignore"),
  exclude: namespaceNames,
};

const policyEnforcement: Check = (value, path) =>
  isRecord(value) ? objectOf(ownEnforcement)(value, path) : action(value, path);

/** `enforcement` of the configuration. */
export const enforcementCheck: Check = objectOf({ ...ownEnforcement, policies: recordOf(policyEnforcement) });

/** `cluster` of the configuration. */
export const clusterCheck: Check = objectOf({
  kyvernoVersion: textOf(/^v?\d+\.\d+(\.\d+)?$/, "a version such as 1.19"),
  kyvernoNamespace: namespaceName,
  params: oneOf("inline", "object"),
});
