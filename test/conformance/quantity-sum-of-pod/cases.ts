import type { Json } from "@writ/compiler/ir";
import { deployment, given, pod, type Case } from "../case.js";

const spec = (...limits: readonly Json[]): Json => ({
  containers: limits.map((memory, index) => ({ name: `c${String(index)}`, resources: { limits: { memory } } })),
});

export const cases: readonly Case[] = [
  given("no limits", pod({ containers: [{ name: "a" }, { name: "b", resources: {} }] }), []),
  given("at the limit", pod(spec("1Gi", "1024Mi")), []),
  given("one byte above", pod(spec("1Gi", "1024Mi", "1")), [". memory is 2147483649 in all"]),
  given("far above", pod(spec("1.5Gi", "1.5Gi")), [". memory is 3Gi in all"]),
  given("decimal above", pod(spec("2G", "1G")), [". memory is 3G in all"]),
  given("a fraction above", pod(spec("2Gi", "1m")), [". memory is 2147483648001m in all"]),
  given("numbers", pod(spec(1073741824, 1073741824, 1)), [". memory is 2147483649 in all"]),
  given("malformed", pod(spec("1Gi", "lots")), [". memory cannot be added up"]),
  given("beyond", pod(spec("10E")), [". memory cannot be added up"]),
  given("deployment", deployment(spec("4Gi", "0")), ["spec/template memory is 4Gi in all"]),
];
