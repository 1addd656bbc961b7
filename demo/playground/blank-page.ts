import { escapeHtml } from '../../src/core/escape-html.ts';

/** A script that stands in for the files at an example address. */
interface StandIn {
  example: string;
  src: string;
  type: string;
}

/**
 * A page with nothing on it but the snippet, to see whether it works.
 *
 * @param standIn where nobody has said yet where the script files live.
 */
export const blankPage = (snippet: string, standIn?: StandIn): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>A blank page</title>
</head>
<body>
${standIn ? withStandIn(snippet, standIn) : snippet}
</body>
</html>
`;

function withStandIn(snippet: string, { example, src, type }: StandIn): string {
  const lines = snippet
    .split('\n')
    .filter((line) => !(/^<(script|link)\b/.test(line) && line.includes(`"${example}`)));
  const kind = type ? `type="${escapeHtml(type)}"` : 'defer';
  return `${lines.join('\n')}\n<script ${kind} src="${escapeHtml(src)}"></script>`;
}
