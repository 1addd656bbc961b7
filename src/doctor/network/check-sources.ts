import { readAnyList } from '../../catalog/read-any-list.ts';
import { isAnswerCode } from '../../core/errors/error-codes.ts';
import { LimioError } from '../../core/errors/limio-error.ts';
import { pause } from '../../core/with-timeout.ts';
import { found, foundBy, together, type Checked } from '../finding.ts';
import { checkList } from '../markup/check-lists.ts';
import type { PageElement } from '../page/page-element.ts';
import { resolve, settingOf, tagsOf, type Page } from '../page/page.ts';
import { checkImages } from '../policy/check-policies.ts';
import { asPage, mayRead, type Ask } from './ask.ts';

/** Whether the lists and backends that tags name answer this page, and with offers that can be read. */
export const checkSources = (page: Page, ask: Ask, now: number): Promise<Checked[]> =>
  Promise.all(tagsOf(page).flatMap((tag) => checksOf(tag, page, ask, now)));

function checksOf(tag: PageElement, page: Page, ask: Ask, now: number): Array<Promise<Checked>> {
  const [src, backend] = ['src', 'backend'].map(
    (name) => settingOf(tag, name)?.replace(/\/$/, '') || undefined,
  );
  const isAssisted = settingOf(tag, 'checkout')?.toLowerCase() === 'assisted';
  const at = (path: string) => resolve(path, page.base);
  return [
    ...(src ? [checkAddress(at(src), tag, page, ask, now)] : []),
    ...(backend && !src ? [checkAddress(at(`${backend}/offers`), tag, page, ask, now)] : []),
    ...(backend ? [checkReadiness(at(`${backend}/health/ready`), ask)] : []),
    ...(backend && isAssisted ? [checkCheckouts(at(`${backend}/checkouts`), tag, page, ask)] : []),
  ];
}

const NOT_KNOWN = { unknown: ['Whether a relative `src` or `backend` answers: say where the page will be.'] };

async function checkAddress(
  url: URL | undefined,
  tag: PageElement,
  page: Page,
  ask: Ask,
  now: number,
): Promise<Checked> {
  if (!url) return NOT_KNOWN;
  const { line } = tag;
  const name = `${url.origin}${url.pathname}`;
  return orError(line, async () => {
    const answer = await ask({ url, headers: { accept: 'application/json', ...asPage(page.url, url) } });
    const { status, text } = answer;
    const document = parse(text);
    if (status !== 200) {
      const { code } = Object(document) as { code?: unknown };
      // What is overloaded or down for now is no mistake of the page.
      const passing = status >= 500 || status === 429 ? 'upstream_unavailable' : 'invalid_response';
      return { findings: [found(isAnswerCode(code) ? code : passing, `${name} answers ${status}.`, line)] };
    }
    const may = mayRead(answer, page.url);
    if (may === false)
      return { findings: [found('cors_refused', `${name} does not let the page read its answer.`, line)] };
    if (document === undefined)
      return { findings: [found('invalid_response', `${name} sends no JSON.`, line)] };
    return together([
      { findings: checkList(document, tag, now, line) },
      ...checkImages(readAnyList(document).offers, tag, page),
      ...(may === undefined
        ? [{ unknown: [`Whether ${url.origin} lets the page read its answer: say where the page will be.`] }]
        : []),
    ]);
  });
}

/** What a browser asks before it hands a customer's details over; nothing is made by it. */
async function checkCheckouts(
  url: URL | undefined,
  tag: PageElement,
  page: Page,
  ask: Ask,
): Promise<Checked> {
  if (!url || !page.url || url.origin === page.url.origin) return url ? {} : NOT_KNOWN;
  const { origin } = page.url;
  const headers = {
    origin,
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'content-type',
  };
  return orError(tag.line, async () => {
    const answer = await ask({ url, method: 'OPTIONS', headers });
    if (mayRead(answer, page.url) && answer.status < 300) return {};
    const message = `${url.origin} takes no checkouts of ${origin}.`;
    return { findings: [found('origin_denied', message, tag.line)] };
  });
}

/** How often a backend is asked whether it is ready, and how long it has in between, in milliseconds. */
const [TURNS, TURN_MS] = [4, 500];

/**
 * A backend that has just been started gets its token when it is asked for the first time, so it is asked again. It may
 * keep the answer to its operators, so only a plain no counts.
 */
async function checkReadiness(url: URL | undefined, ask: Ask): Promise<Checked> {
  let { ready, down } = await readinessOf(url, ask);
  for (let turn = 1; ready === false && turn < TURNS; turn++) {
    await pause(TURN_MS, new AbortController().signal);
    ({ ready, down } = await readinessOf(url, ask));
  }
  if (ready !== false) return {};
  const parts = Array.isArray(down) && down.length ? `: ${down.map(String).join(', ').slice(0, 60)}` : '';
  return { findings: [found('upstream_unavailable', `${url!.origin} is not ready${parts}.`)] };
}

async function readinessOf(url: URL | undefined, ask: Ask): Promise<{ ready?: unknown; down?: unknown }> {
  const answer = url && (await ask({ url }).catch(() => undefined));
  return Object(answer && parse(answer.text)) as object;
}

async function orError(line: number | undefined, check: () => Promise<Checked>): Promise<Checked> {
  try {
    return await check();
  } catch (error) {
    if (error instanceof LimioError) return { findings: [foundBy(error, line)] };
    throw error;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
