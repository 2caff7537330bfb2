import {
  compareQuantities,
  formatQuantity,
  kinds,
  PersistentVolumeClaim,
  policy,
  type Quantity,
  quantity,
} from "@writ/sdk";

function isLarger(one: Quantity, other: Quantity): boolean {
  const order = compareQuantities(one, other);
  return order !== undefined && order > 0;
}

export const pvcSize = policy({
  id: "pvc-size",
  title: "Volume claims are of a sensible size",
  severity: "low",
  match: kinds(PersistentVolumeClaim),
  params: { most: quantity("100Gi") },
  check(claim, { params, report }) {
    const asked = claim.spec?.resources?.requests?.["storage"];
    if (asked === undefined) return;
    if (isLarger(asked, params.most)) {
      const most = formatQuantity(params.most) ?? "less";
      report(claim, `the claim may ask for at most ${most}`, ["spec", "resources", "requests", "storage"]);
    }
  },
});
