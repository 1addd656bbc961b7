import { LimioError } from '../../core/errors/limio-error.ts';
import { found, type Checked, type Finding } from '../finding.ts';
import { ourScripts, type OurScript } from '../page/page-scripts.ts';
import { tagsOf, type Page } from '../page/page.ts';
import { asPage, mayRead, type Answer, type Ask } from './ask.ts';
import { needsClassicPart } from './classic-parts.ts';

/** Files beside a script that it loads when a page needs them: `import("./finish.js")`. */
const PARTS = /import\([^)]*?[`"']\.\/([\w-]+\.js)[`"']/g;

/** Types that browsers take as a script. https://mimesniff.spec.whatwg.org/#javascript-mime-type */
const SCRIPT_TYPE = /^(text|application)\/(x-)?(java|ecma)script\b/i;

/** Whether the files of the script tags are there, are what they should be, and have beside them what they load. */
export async function checkScriptFiles(page: Page, ask: Ask): Promise<Checked[]> {
  const scripts = new Map(
    ourScripts(page).flatMap((script) => (script.url ? [[script.url.href, script] as const] : [])),
  );
  const isNowhere = ourScripts(page).some(({ url }) => !url);
  return [
    ...(await Promise.all([...scripts.values()].map((script) => checkScript(script, page, ask)))),
    ...(isNowhere
      ? [
          {
            unknown: ['Whether the script is there: its address is relative, so say where the page will be.'],
          },
        ]
      : []),
  ];
}

async function checkScript(script: OurScript, page: Page, ask: Ask): Promise<Checked> {
  const url = script.url!;
  const { line } = script.element;
  const answer = await askFor(url, page, ask);
  if (answer instanceof LimioError)
    return { findings: [found('file_missing', `${url.href}: ${answer.message}`, line)] };
  const problem = problemOf(answer, script, page) ?? (await hashProblem(answer, script));
  if (problem) return { findings: [found('file_missing', `${url.href} ${problem}`, line)] };
  return {
    ...(mayRead(answer, page.url) === undefined && {
      unknown: [`Whether ${url.origin} lets the page load its module: say where the page will be.`],
    }),
    findings: await checkParts(answer, script, page, ask),
  };
}

const askFor = async (url: URL, page: Page, ask: Ask): Promise<Answer | LimioError> =>
  ask({ url, headers: asPage(page.url, url) }).catch((error: unknown) => {
    if (error instanceof LimioError) return error;
    throw error;
  });

/** Why browsers do not run an answer as a script. */
function problemOf(answer: Answer, { isModule, element }: OurScript, page: Page): string | undefined {
  const { status, headers, text } = answer;
  const type = headers.get('content-type') ?? '';
  const isStrict = isModule || headers.get('x-content-type-options')?.toLowerCase() === 'nosniff';
  if (status !== 200) return `answers ${status}.`;
  if (SCRIPT_TYPE.test(type) ? false : isStrict || /^\s*</.test(text))
    return `is sent as ${type ? JSON.stringify(type) : 'nothing'}, not as text/javascript: browsers refuse it.`;
  if (!text.includes('limio-offers')) return 'is another file.';
  const needsCors = isModule || 'crossorigin' in element.attributes;
  if (needsCors && mayRead(answer, page.url) === false)
    return 'is sent without `access-control-allow-origin`, which a script of another site needs.';
  const policy = headers.get('cross-origin-resource-policy');
  if (!needsCors && policy === 'same-origin' && answer.url.origin !== page.url?.origin)
    return 'is sent with `cross-origin-resource-policy: same-origin`: other sites may not load it.';
  return undefined;
}

/** @see https://www.w3.org/TR/SRI/#the-integrity-attribute (of several hashes the strongest kind decides) */
async function hashProblem({ text }: Answer, { element }: OurScript): Promise<string | undefined> {
  const hashes = (element.attributes['integrity'] ?? '')
    .split(/\s+/)
    .filter((hash) => /^sha(256|384|512)-/.test(hash));
  const kind = ['sha512', 'sha384', 'sha256'].find((each) => hashes.some((hash) => hash.startsWith(each)));
  if (!kind) return undefined;
  const digest = await crypto.subtle.digest(`SHA-${kind.slice(3)}`, new TextEncoder().encode(text));
  const made = `${kind}-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
  return hashes.some((hash) => hash.split('?')[0] === made)
    ? undefined
    : 'is not the file that `integrity` names: it has changed, or the hash is of another release.';
}

/** Which of the files beside it are missing; of the classic file's, those that this page needs. */
async function checkParts(
  { text, url }: Answer,
  { isClassicFile, element }: OurScript,
  page: Page,
  ask: Ask,
): Promise<Finding[]> {
  const names = [...new Set([...text.matchAll(PARTS)].map(([, name]) => name!))];
  const isNeeded = (name: string) => tagsOf(page).some((tag) => needsClassicPart(tag, name));
  const wanted = isClassicFile ? names.filter(isNeeded) : names;
  const answers = await Promise.all(wanted.map((name) => askFor(new URL(name, url), page, ask)));
  const missing = wanted.filter((_, n) => {
    const answer = answers[n]!;
    return (
      answer instanceof LimioError ||
      answer.status !== 200 ||
      !answer.text.trim() ||
      !SCRIPT_TYPE.test(answer.headers.get('content-type') ?? '')
    );
  });
  if (!missing.length) return [];
  const list = `${missing.slice(0, 3).join(', ')}${missing.length > 3 ? ` and ${missing.length - 3} more` : ''}`;
  return [found('file_missing', `Beside ${url.href} these are missing or empty: ${list}.`, element.line)];
}
