import { ConfigMap, Namespace, kinds, list, policy, string } from "@writ/sdk";

export const frozenTeam = policy({
  id: "frozen-team",
  title: "The team of an object does not change, and what a guarded team has is not removed",
  severity: "medium",
  match: kinds(Namespace, ConfigMap),
  params: { guarded: list(string(), ["platform"]) },
  check(object, { oldObject, operation, params, namespace, report }) {
    const team = object.metadata.labels?.["team"];
    if (operation === "DELETE") {
      if (team !== undefined && params.guarded.includes(team)) report(object, `${team} keeps what it has`);
      return;
    }
    const before = oldObject?.metadata.labels?.["team"];
    if (before !== undefined && team !== before)
      report(object, `team ${before} is for ever`, ["metadata", "labels", "team"]);
    if (namespace?.name === "secret") report(object, "nobody works here");
  },
});
