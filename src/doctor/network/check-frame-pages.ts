import { LimioError } from '../../core/errors/limio-error.ts';
import { found, type Checked, type Finding } from '../finding.ts';
import { ourFrames, type OurFrame } from '../page/page-frames.ts';
import type { Page } from '../page/page.ts';
import { readPolicies, decisions } from '../policy/policy.ts';
import type { Ask } from './ask.ts';

/** Whether the pages in the frames are there, and let this page show them. */
export const checkFramePages = (page: Page, ask: Ask): Promise<Checked[]> =>
  Promise.all(ourFrames(page).map(async (frame) => ({ findings: await checkFrame(frame, page, ask) })));

async function checkFrame({ url, element: { line } }: OurFrame, page: Page, ask: Ask): Promise<Finding[]> {
  if (!url?.protocol.startsWith('http')) return [];
  const name = `${url.origin}${url.pathname}`;
  try {
    const { status, headers, url: end } = await ask({ url });
    if (status !== 200) return [found('file_missing', `${name} answers ${status}.`, line)];
    const refusal = refusedBy(headers, end, page.url);
    return refusal
      ? [found('frame_refused', `${name} is sent with ${refusal}: the page may not show it.`, line)]
      : [];
  } catch (error) {
    if (error instanceof LimioError) return [found('file_missing', `${name}: ${error.message}`, line)];
    throw error;
  }
}

/** The header with which a page keeps itself out of frames. Where a policy names ancestors, the older header counts for nothing. */
function refusedBy(headers: Headers, frame: URL, page: URL | undefined): string | undefined {
  if (!page) return undefined;
  const allowed = decisions(
    readPolicies([], headers),
    'frame-ancestors',
    { url: new URL(page.origin) },
    frame,
  );
  if (allowed.length)
    return allowed.some(({ isAllowed }) => isAllowed === false) ? '`frame-ancestors`' : undefined;
  const option = headers.get('x-frame-options')?.trim().toLowerCase();
  const isRefused = option === 'deny' || (option === 'sameorigin' && frame.origin !== page.origin);
  return isRefused ? '`x-frame-options`' : undefined;
}
