import { oneEvent } from '@open-wc/testing';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { serveFrames } from '../../src/frames/bridge.ts';
import { userEvent } from '../setup/user-event.ts';
import { WAIT_MS } from '../setup/patience.ts';

const shop = 'https://shop.example.com';
const link = `${shop}/checkout?purchase=%2Foffers2%2FPro`;

/** What a frame of a test can do. */
interface Inside extends Window {
  heard: unknown[];
  say(message: unknown): void;
  ask(message: object): void;
}

/** Says hello, as the script of a frame does, and keeps what it hears. */
const inside = (hello: string) => `<script>
  const { port1, port2 } = new MessageChannel();
  window.heard = [];
  port1.onmessage = ({ data }) => heard.push(data);
  window.say = (message) => port1.postMessage(message);
  window.ask = (message) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => heard.push(data);
    parent.postMessage({ limioOffers: 1, ...message }, '*', [port2]);
  };
  parent.postMessage(${hello}, '*', [port2]);
</script>`;

/** Puts a frame on the page and waits until it has spoken. */
async function frame(attributes: Record<string, string>, hello = '{ limioOffers: 1 }') {
  const el = document.createElement('iframe');
  for (const [name, value] of Object.entries(attributes)) el.setAttribute(name, value);
  el.srcdoc = inside(hello);
  const loaded = oneEvent(el, 'load');
  document.body.append(el);
  await loaded;
  return { el, content: el.contentWindow as Inside };
}

const marked = { 'data-limio-offers': shop };
const isReady = ({ heard }: Inside) => expect.poll(() => heard[0]).toEqual({ type: 'ready' });

/** Asks for a link; gives the answer. */
async function ask(content: Inside, url: string): Promise<unknown> {
  content.ask({ type: 'open', id: 7, url, target: '_blank' });
  await expect.poll(() => content.heard).toHaveLength(3);
  return content.heard[2];
}

let stop: () => void;
let opened: string[];
const onOpen = (event: Event) => {
  event.preventDefault();
  opened.push((event as CustomEvent<{ url: string }>).detail.url);
};
beforeEach(() => {
  opened = [];
  stop = serveFrames();
  document.addEventListener('limio-open', onOpen);
});
afterEach(() => {
  stop();
  document.removeEventListener('limio-open', onOpen);
  document.querySelectorAll('iframe').forEach((el) => el.remove());
});

describe('a page that serves its frames', () => {
  test('opens nothing that the customer did not ask for', async () => {
    const { content } = await frame(marked);
    await isReady(content);
    // Firefox is started as if by a click, which counts for five seconds.
    await vi.waitFor(() => expect(navigator.userActivation.isActive).toBe(false), WAIT_MS);
    expect(await ask(content, link)).toEqual({ type: 'opened', id: 7, isOpen: false });
    expect(opened).toEqual([]);
  });

  test('opens a purchase link of the shop while the customer is clicking', async () => {
    const { content } = await frame(marked);
    await isReady(content);
    await userEvent.click(document.body);
    expect(await ask(content, link)).toEqual({ type: 'opened', id: 7, isOpen: true });
    expect(opened).toEqual([link]);
  });

  // prettier-ignore
  const links: Array<[what: string, url: string]> = [
    ['another shop',                  'https://shop.example.org/checkout?purchase=%2Foffers2%2FPro'],
    ['a shop with a similar name',    'https://shop.example.com.evil.example/checkout?purchase=%2Foffers2%2FPro'],
    ['a signed link',                 `${shop}/api/checkout/recover?basketId=b&recover=t`],
    ['a page of the shop',            `${shop}/account`],
    ['a script',                      'javascript:alert(1)?purchase=/x'],
    ['no address',                    'purchase=/offers2/Pro'],
  ];
  test.for(links)('does not open %s', async ([, url]) => {
    const { content } = await frame(marked);
    await isReady(content);
    await userEvent.click(document.body);
    expect(navigator.userActivation.isActive).toBe(true);
    expect(await ask(content, url)).toEqual({ type: 'opened', id: 7, isOpen: false });
    expect(opened).toEqual([]);
  });

  // prettier-ignore
  const strangers: Array<[who: string, attributes: Record<string, string>, hello?: string]> = [
    ['is not marked',                           {}],
    ['should hold another site',                { ...marked, src: 'https://cdn.example.com/embed.html' }],
    ['speaks another version',                  marked, '{ limioOffers: 2 }'],
    ['speaks of something else',                marked, '"limioOffers"'],
  ];
  test.for(strangers)('does not listen to a frame that %s', async ([, attributes, hello]) => {
    const stranger = await frame(attributes, hello);
    const friend = await frame(marked);
    await isReady(friend.content);
    stranger.content.say({ type: 'height', height: 500 });
    friend.content.say({ type: 'height', height: 99.5 });
    await expect.poll(() => friend.el.style.height).toBe('100px');
    expect(stranger.content.heard).toEqual([]);
    expect(stranger.el.style.height).toBe('');
  });

  test('ends when it is told to', async () => {
    stop();
    const posted = oneEvent(window, 'message');
    const before = await frame(marked);
    await posted;
    stop = serveFrames();
    const after = await frame(marked);
    await isReady(after.content);
    expect(before.content.heard).toEqual([]);
  });
});
