import { fixtureSync, oneEvent } from '@open-wc/testing';
import { css } from 'lit';
import { describe, expect, onTestFinished, test } from 'vitest';
import { anchor, drawn, find, href, hrefs, isSeen, made, noise, show, tag } from './fixtures.ts';

/** A document of its own, in a frame of this page. */
function frameDocument(): Document {
  const frame = fixtureSync<HTMLIFrameElement>('<iframe></iframe>');
  return frame.contentDocument!;
}

describe('in another document', () => {
  test('of a frame an element draws its cards, with their styles', async () => {
    const heard = noise();
    const el = made(anchor('A'));
    const isDrawn = drawn(el);
    frameDocument().body.append(el);
    expect(await isDrawn).toMatchObject({ type: 'limio-ready' });
    expect(hrefs(el)).toEqual([href('A')]);
    expect(getComputedStyle(find(el, '[part~=cta]')).display).toBe('flex');
    expect(heard).toEqual([]);
  });

  test('an element that was drawn here keeps its cards and styles', async () => {
    const heard = noise();
    const el = await show(tag('', anchor('A')));
    const before = getComputedStyle(find(el, '[part~=cta]')).backgroundColor;
    frameDocument().body.append(el);
    await el.updateComplete;
    expect(hrefs(el)).toEqual([href('A')]);
    expect(getComputedStyle(find(el, '[part~=cta]')).backgroundColor).toBe(before);
    expect(heard).toEqual([]);
  });

  test('an element reads children that were made there', async () => {
    const el = made('');
    const { body } = frameDocument();
    body.append(el);
    const isDrawn = drawn(el);
    el.innerHTML = `Words ${anchor('A')}`;
    await isDrawn;
    await expect.poll(() => hrefs(el)).toEqual([href('A')]);
  });

  test('an element that comes back is styled as before', async () => {
    const el = await show(tag('', anchor('A')));
    const home = el.parentElement!;
    frameDocument().body.append(el);
    home.append(el);
    await el.updateComplete;
    expect(getComputedStyle(find(el, '[part~=cta]')).display).toBe('flex');
  });

  // prettier-ignore
  const unseen: Array<[behaviour: string, keep: (el: Element) => void]> = [
    ['a template',              (el) => void document.createElement('template').content.append(el)],
    ['a parser',                (el) => void new DOMParser().parseFromString('', 'text/html').body.append(el)],
    ['one made by a script',    (el) => void document.implementation.createHTMLDocument().body.append(el)],
    ['a frame that is removed', (el) => { const kept = frameDocument(); kept.body.append(el); kept.defaultView!.frameElement!.remove(); }],
    ['nothing but a variable',  (el) => void document.adoptNode(el)],
  ];
  test.for(unseen)('that nobody sees an element is kept, and comes back as it was: %s', async ([, keep]) => {
    const heard = noise();
    const el = await show(tag('', anchor('A')));
    const home = el.parentElement!;
    const before = getComputedStyle(find(el, '[part~=cta]')).backgroundColor;
    keep(el);
    // What it is still waiting for comes while it is away.
    el.addStyles([
      css`
        [part~='cta'] {
          letter-spacing: 3px;
        }
      `,
    ]);
    home.append(el);
    await el.updateComplete;
    expect(hrefs(el)).toEqual([href('A')]);
    expect(getComputedStyle(find(el, '[part~=cta]'))).toMatchObject({
      backgroundColor: before,
      letterSpacing: '3px',
    });
    expect(heard).toEqual([]);
  });

  test('of a picture, where not every element is one of HTML, it shows its links', async () => {
    const heard = noise();
    const frame = fixtureSync<HTMLIFrameElement>('<iframe width="600" height="400"></iframe>');
    const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400"><foreignObject width="600" height="400"/></svg>`;
    const loaded = oneEvent(frame, 'load');
    frame.src = URL.createObjectURL(new Blob([picture], { type: 'image/svg+xml' }));
    await loaded;
    const el = made(anchor('A'));
    frame.contentDocument!.querySelector('foreignObject')!.append(el);
    await el.updateComplete;
    expect(hrefs(el).length > 0 || isSeen(el.querySelector('a')!)).toBe(true);
    expect(heard).toEqual([]);
  });

  test('without a window it shows its links', async () => {
    const heard = noise();
    const el = made(anchor('A'));
    document.implementation.createHTMLDocument().body.append(el);
    document.body.append(el);
    onTestFinished(() => el.remove());
    await el.updateComplete;
    expect(hrefs(el).length > 0 || isSeen(el.querySelector('a')!)).toBe(true);
    expect(heard).toEqual([]);
  });
});
