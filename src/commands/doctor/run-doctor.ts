import { LimioError } from '../../core/errors/limio-error.ts';
import { examinePage } from '../../doctor/examine-page.ts';
import type { Ask } from '../../doctor/network/ask.ts';
import { readPage, type Page } from '../../doctor/page/page.ts';
import type { CommandCall } from '../command.ts';
import { readInput } from '../read-text.ts';
import { askWeb } from './ask-web.ts';
import { printReport } from './print-report.ts';

/** Examines a page and writes the report. @returns the exit code */
export async function runDoctor({ words: [place], options, write }: CommandCall): Promise<number> {
  if (!place) throw new LimioError('config', 'Name a page: its address, or an HTML file.');
  const { page, ask } = await open(place, options['url'] as string | undefined);
  const report = await examinePage(page, ask, Date.now());
  const name = page.url ? `${page.url.origin}${page.url.pathname}` : place;
  write(options['json'] ? `${JSON.stringify({ page: name, ...report })}\n` : printReport(name, report));
  return report.findings.length ? 1 : 0;
}

async function open(place: string, url: string | undefined): Promise<{ page: Page; ask: Ask }> {
  if (url !== undefined && !isWeb(url))
    throw new LimioError(
      'config',
      '--url is no web address. Write it in full: https://www.example.com/pricing.',
    );
  const html = isWeb(place)
    ? undefined
    : await readInput(place, `There is no file ${JSON.stringify(place)}. An address begins with https://.`);
  if (html !== undefined) {
    const given = url === undefined ? undefined : new URL(url);
    return { page: readPage(html, { url }), ask: askWeb({ given }) };
  }
  const ask = askWeb({ given: new URL(place) });
  const answer = await ask({ url: new URL(place), headers: { accept: 'text/html' } }).catch(
    (error: LimioError) => {
      throw new LimioError('config', `The page cannot be read. ${error.message}`);
    },
  );
  if (answer.status !== 200) throw new LimioError('config', `The page answers ${answer.status}.`);
  return { page: readPage(answer.text, { url: answer.url.href, headers: answer.headers }), ask };
}

const isWeb = (place: string): boolean => /^https?:\/\//i.test(place) && URL.canParse(place);
