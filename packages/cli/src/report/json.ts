import type { Report, ReportError } from "./report.js";

/**
 * The report for machines, described by docs/report-schema.json. Keys stand in a fixed order and lists in the order of the
 * files, so that equal inputs give equal bytes.
 */
export function renderJson(report: Report): string {
  const document = {
    summary: report.summary,
    violations: report.violations.map(({ policy, severity, message, path, resource, location, addedByApiServer }) => ({
      policy,
      severity,
      message,
      path,
      resource,
      location,
      ...(addedByApiServer === undefined ? {} : { addedByApiServer }),
    })),
    errors: report.errors.map(machineError),
    notices: report.notices.map(machineError),
    policies: report.policies,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** An error always has its four keys; what is unknown is null, as a missing key is easily read as zero. */
function machineError(error: ReportError): unknown {
  return {
    file: error.file ?? null,
    line: error.line ?? null,
    column: error.column ?? null,
    message: error.message,
    code: error.code,
    ...(error.help === undefined ? {} : { help: error.help }),
  };
}
