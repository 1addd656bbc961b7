import { describe, expect, onTestFinished, test } from 'vitest';
import {
  assisted,
  cta,
  departures,
  fallbacks,
  filled,
  idle,
  opened,
  refused,
  signed,
  submit,
  type,
} from './assist-fixtures.ts';
import { appears, findAll, held, href, root, serve } from './fixtures.ts';
import { sells } from './selling-backend.ts';

/** Plays the windows a browser opens: frames of this page, which tell where they would go. */
function windows() {
  const opened: Array<{ page: Window; left: string[]; close: () => void }> = [];
  const { open } = window;
  onTestFinished(() => {
    window.open = open;
    for (const { close } of opened) close();
  });
  window.open = (url, target) => {
    expect([url, target]).toEqual(['', '_blank']);
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const page = frame.contentWindow!;
    page.opener = window;
    page.close = () => frame.remove();
    const left: string[] = [];
    // Where a new window goes first is no event of its Navigation API.
    (page as Window & typeof globalThis).HTMLAnchorElement.prototype.click = function () {
      left.push(`${this.href} ${this.referrerPolicy}`);
    };
    opened.push({ page, left, close: () => frame.remove() });
    return page;
  };
  return opened;
}

/** A browser, or a frame's sandbox, that opens none. */
function refuseWindows(): void {
  const { open } = window;
  onTestFinished(() => void (window.open = open));
  window.open = () => null;
}

describe('a new window', () => {
  test('is opened in the click itself, and used for the signed link', async () => {
    const { answer, give } = held();
    serve(answer);
    const el = await assisted('target="_blank"');
    const [tabs, left] = [windows(), departures()];
    cta(el).click();
    expect(tabs).toHaveLength(1);
    expect(tabs[0]!.left).toEqual([]);
    give(opened());
    expect(await filled(tabs[0]!.left)).toEqual([`${signed()} origin`]);
    expect(left).toEqual([]);
    await idle(el);
  });

  test('is given no hold on the page', async () => {
    sells();
    const el = await assisted('target="_blank"');
    const tabs = windows();
    cta(el).click();
    expect(tabs[0]!.page.opener).toBeNull();
    await filled(tabs[0]!.left);
  });

  test('is used for the purchase link where there is no signed one', async () => {
    serve(() => refused('internal'));
    const el = await assisted('target="_blank"');
    const tabs = windows();
    cta(el).click();
    expect(await filled(tabs[0]!.left)).toEqual([`${href('A')} origin`]);
  });

  test('is opened when the form is sent, not when it is shown', async () => {
    const { links } = sells();
    const el = await assisted('target="_blank" ask="email"');
    const tabs = windows();
    cta(el).click();
    await el.updateComplete;
    expect(tabs).toHaveLength(0);
    type(el, 'email', 'ada@example.com');
    await submit(el);
    expect(await filled(tabs[0]!.left)).toEqual([`${links[0]} origin`]);
  });

  test('is one, however often is clicked', async () => {
    serve(held().answer);
    const el = await assisted('target="_blank"');
    const tabs = windows();
    for (let n = 0; n < 3; n++) cta(el).click();
    expect(tabs).toHaveLength(1);
  });

  // prettier-ignore
  const needless: Array<[behaviour: string, code: string, fields: string[]]> = [
    ['as the offer has changed',             'offer_changed',     []],
    ['as details are to be corrected',       'bad_request',       ['customer.email']],
  ];
  test.for(needless)('is closed again, %s', async ([, code, fields]) => {
    serve(() => refused(code, fields));
    const el = await assisted('target="_blank"', { customer: { email: 'ada@example.com' } });
    const [tabs, failed] = [windows(), fallbacks(el)];
    cta(el).click();
    await filled(failed);
    expect(tabs.map(({ page }) => page.closed)).toEqual([true]);
  });

  test('is closed again where a newer click has another', async () => {
    serve((call) => held().answer(call));
    const el = await assisted('target="_blank"');
    const tabs = windows();
    cta(el, 'A').click();
    cta(el, 'B').click();
    await expect.poll(() => tabs.map(({ page }) => page.closed)).toEqual([true, false]);
  });

  test('is closed again where the element is removed', async () => {
    serve(held().answer);
    const el = await assisted('target="_blank"');
    const tabs = windows();
    cta(el).click();
    el.remove();
    await expect.poll(() => tabs.map(({ page }) => page.closed)).toEqual([true]);
  });
});

describe('where there is no window, the customer is shown the public link', () => {
  const expectLink = async (el: Element) => {
    const alert = await appears(el, '[role=alert]');
    expect(alert.textContent).toContain('The checkout did not open by itself.');
    const follow = alert.querySelector('a')!;
    expect([follow.href, follow.target, follow.rel, follow.referrerPolicy]).toEqual([
      href('A'),
      '_blank',
      'noopener',
      'origin',
    ]);
    const copy = alert.querySelector('input')!;
    expect([copy.value, copy.readOnly, copy.labels!.length]).toEqual([href('A'), true, 1]);
    copy.focus();
    expect([copy.selectionStart, copy.selectionEnd]).toEqual([0, href('A').length]);
  };

  test('as the browser refuses one, and nothing is sent', async () => {
    refuseWindows();
    const { calls } = sells();
    const el = await assisted('target="_blank"', { customer: { email: 'ada@example.com' } });
    const [left, failed] = [departures(), fallbacks(el)];
    cta(el).click();
    await el.updateComplete;
    await expectLink(el);
    expect([calls, left]).toEqual([[], []]);
    expect(failed).toMatchObject([{ code: 'window_refused', isWorthReporting: false }]);
  });

  test('as it was closed in the meantime', async () => {
    const { answer, give } = held();
    serve(answer);
    const el = await assisted('target="_blank"');
    const [tabs, left, failed] = [windows(), departures(), fallbacks(el)];
    cta(el).click();
    tabs[0]!.close();
    give(opened());
    await filled(failed);
    await el.updateComplete;
    expect(failed).toMatchObject([{ code: 'window_refused' }]);
    await expectLink(el);
    expect(root(el).innerHTML).not.toContain('recover');
    expect(left).toEqual([]);
  });

  test('until the next click, which may have one', async () => {
    refuseWindows();
    sells();
    const el = await assisted('target="_blank"');
    cta(el).click();
    await el.updateComplete;
    const tabs = windows();
    cta(el).click();
    await filled(tabs[0]!.left);
    await idle(el);
    expect(findAll(el, '[role=alert]')).toEqual([]);
  });

  test('as a lone button, too', async () => {
    refuseWindows();
    const el = await assisted('target="_blank" layout="button"');
    cta(el).click();
    await el.updateComplete;
    await expectLink(el);
  });
});
