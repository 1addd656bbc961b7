import type { ServerResponse } from 'node:http';
import { describe, expect } from 'vitest';
import { CATALOGUE } from '../../demo/sandbox/items/catalogue.ts';
import { builtFiles } from './built-files.ts';
import { drawn, moduleScript, pageOf, plans } from './markup.ts';
import { test, type Scene } from './scene.ts';

const LIST = [{ path: '/offers2/Pro', name: 'Pro', labels: ['pricing'] }];

// prettier-ignore
const sources: Array<[what: string, attribute: string, address: string, document: unknown]> = [
  ['a list of offers',     'src="/offers.json"',  '/offers.json',  LIST],
  ['a reply of Limio',     'src="/offers.json"',  '/offers.json',  { items: CATALOGUE.slice(0, 2) }],
  ['offers of a backend',  'backend="/limio"',    '/limio/offers', { offers: LIST }],
];

/** Holds every file beside the entry, and the list, until somebody lets them go. */
function holdAll({ host, cdn }: Scene, address: string, document: unknown) {
  const held: Array<() => void> = [];
  const asked: string[] = [];
  let isOpen = true;
  const hold =
    (name: string, answer: (response: ServerResponse) => void) => (_: unknown, response: ServerResponse) => {
      asked.push(name);
      // What is asked for only when the first answers are there is never answered.
      if (isOpen) held.push(() => answer(response));
    };
  for (const [path, content] of Object.entries(builtFiles()))
    if (path.endsWith('.js') && path !== '/limio-offers.js')
      cdn.answers.set(
        path,
        hold(path, (response) => {
          const { headers = {}, body } = content as { headers?: Record<string, string>; body: string };
          response.writeHead(200, headers).end(body);
        }),
      );
  host.answers.set(
    address,
    hold(address, (response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(document));
    }),
  );
  return {
    asked,
    letGo() {
      isOpen = false;
      held.forEach((answer) => answer());
    },
  };
}

describe('Cards need no more than the entry, and then the list and what reads it side by side', () => {
  test.for(sources)('%s', async ([, attribute, address, document], { scene }) => {
    const { asked, letGo } = holdAll(scene, address, document);
    await scene.open(pageOf(moduleScript(scene), plans(scene, attribute)));
    await expect.poll(() => asked).toContain(address);
    await expect.poll(() => asked).toContain('/offers-controller.js');
    letGo();
    await drawn(scene).first().waitFor();
    expect(asked.filter((name) => name === address)).toHaveLength(1);
  });
});

test('What was asked for an element that left before its reader came is let go', async ({ scene }) => {
  let letReaderGo = () => {};
  const { body, headers } = builtFiles()['/offers-controller.js'] as { headers?: object; body: string };
  scene.cdn.answers.set('/offers-controller.js', (_, response) => {
    letReaderGo = () => response.writeHead(200, { ...headers }).end(body);
  });
  scene.host.answers.set('/offers.json', (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).write('[');
  });
  await scene.open(pageOf(moduleScript(scene), plans(scene, 'src="/offers.json"')));
  scene.served = '';
  const request = () => scene.host.seen.find(({ url }) => url === '/offers.json');
  await expect.poll(request).toBeDefined();
  await expect.poll(() => scene.cdn.seen.map(({ url }) => url)).toContain('/offers-controller.js');
  await scene.page.evaluate(() => document.querySelector('limio-offers')!.remove());
  letReaderGo();
  await expect.poll(() => request()!.isAborted).toBe(true);
});
