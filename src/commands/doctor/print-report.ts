import type { Finding, Report } from '../../doctor/finding.ts';

/** `homepage` of package.json, where it is set: the build puts it in. */
declare const HOMEPAGE: string | undefined;

const DOCS = `${typeof HOMEPAGE === 'string' ? HOMEPAGE : ''}docs/reference/errors.md`;

/** What was found out about a page, for people. */
export function printReport(page: string, { findings, seen, unknown }: Report): string {
  return [
    page,
    lines('It has', seen),
    findings.length
      ? `${findings.length === 1 ? 'One thing is' : `${findings.length} things are`} wrong:\n\n${findings.map(printFinding).join('\n\n')}`
      : 'Nothing is wrong that can be seen from here.',
    lines('Unknown', unknown),
  ]
    .filter(Boolean)
    .join('\n\n')
    .concat('\n');
}

const lines = (title: string, list: readonly string[]): string =>
  list.length ? `${title}:\n${list.map((line) => `  ${line}`).join('\n')}` : '';

const printFinding = ({ code, message, remedy, line }: Finding): string =>
  `  ${code}${line ? `, line ${line}` : ''}\n    ${message}\n    ${remedy}\n    ${DOCS}#${code}`;
