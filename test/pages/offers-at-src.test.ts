import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { describe, expect } from 'vitest';
import { CATALOGUE } from '../../demo/sandbox/items/catalogue.ts';
import { builtFile } from './built-files.ts';
import { drawn, moduleScript, pageOf, plans, TEAM } from './markup.ts';
import { test, type Scene } from './scene.ts';
import type { Answer } from './site.ts';

const json = (body: string) => ({ headers: { 'content-type': 'application/json' }, body });
const LIST = '[{"path":"/offers2/X","labels":["pricing"]}]';
const reply = json(JSON.stringify({ items: CATALOGUE }));

const ATTRIBUTES = 'src="/offers.json" label="pricing"';
const open = (scene: Scene, answer: Answer, elements = plans(scene, ATTRIBUTES)) => {
  scene.host.answers.set('/offers.json', answer);
  return scene.open(pageOf(moduleScript(scene), elements));
};
const asked = ({ host }: Scene) => host.seen.filter(({ url }) => url === '/offers.json');

describe('Whatever src answers, the links of the page stay and sell, and one event says why', () => {
  const dropped: Answer = (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
    response.write('[{"path":', () => response.destroy());
  };
  // prettier-ignore
  const answers: Array<[what: string, code: string, answer: Answer]> = [
    ['404',                   'invalid_response', { ...json(LIST), status: 404 }],
    ['500',                   'invalid_response', { ...json(LIST), status: 500 }],
    ['a page',                'invalid_response', '<!doctype html><p>Sign in'],
    ['nothing at all',        'invalid_response', json('')],
    ['204',                   'invalid_response', { status: 204 }],
    ['null',                  'invalid_response', json('null')],
    ['a number',              'invalid_response', json('7')],
    ['another shape',         'invalid_response', json('{"hello":["world"]}')],
    ['an error of Limio',     'invalid_response', json('{"error":{"code":"NOTFOUND"}}')],
    ['nests without an end',  'invalid_response', json('['.repeat(200_000))],
    ['10 MB',                 'invalid_response', json(`[${' '.repeat(10_000_000)}]`)],
    ['an empty list',         'offers_empty',     json('[]')],
    ['nothing for this page', 'offers_empty',     json('[{"path":"/offers2/X","labels":["other"]}]')],
    ['half, then hangs up',   'network',          dropped],
    ['hangs up at once',      'network',          (request) => request.socket.destroy()],
  ];
  test.for(answers)('%s: %s', async ([what, code, answer], { scene }) => {
    // What the browser itself says of a request that failed.
    scene.tolerated.push(/Failed to load resource|CORS policy/);
    // A server that fails, or cannot be reached, is nobody's mistake in the page.
    if (code !== 'network' && what !== '500') scene.mistakes.push(code);
    await open(scene, answer);
    expect(await scene.told('limio-error')).toMatchObject([{ code }]);
    expect((await scene.sell(scene.page.getByRole('link', { name: 'Team' }))).url).toBe(TEAM);
  });

  test('headers, and then nothing more', async ({ scene }) => {
    const { page } = scene;
    scene.tolerated.push(/Failed to load resource/);
    await page.clock.install();
    const lastFile = page.waitForEvent('requestfinished', (request) => request.url().endsWith('/finish.js'));
    await open(scene, { ...json(LIST), status: 500 });
    // Once every file of ours is there, the clock can fall on none of them.
    await Promise.all([lastFile, scene.told('limio-error')]);
    scene.host.answers.set('/offers.json', (_, response) => response.writeHead(200).write('['));
    await page.evaluate(() => document.querySelector('limio-offers')!.reload());
    await expect.poll(() => asked(scene)).toHaveLength(2);
    await page.clock.fastForward(15_000);
    expect(await scene.told('limio-error', 2)).toMatchObject([{}, { code: 'timeout' }]);
    await expect.poll(() => asked(scene)[1]!.isAborted).toBe(true);
    await page.evaluate(() => watched.globals.push('__pwClock'));
    expect((await scene.sell(page.getByRole('link', { name: 'Team' }))).url).toBe(TEAM);
  });
});

/** An answer that waits until the test lets it go. */
function held(): { answer: Answer; letGo: () => void } {
  let letGo = () => {};
  const answer: Answer = (_, response) => {
    letGo = () => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ items: CATALOGUE }));
    };
  };
  return { answer, letGo: () => letGo() };
}

describe('While src has not answered', () => {
  test('the links of the page sell already, inside cards that wait', async ({ scene }) => {
    await open(scene, held().answer, plans(scene, 'src="/offers.json"'));
    await expect.poll(() => drawn(scene).count()).toBe(2);
    expect((await scene.sell(drawn(scene).first())).url).toBe(TEAM);
  });

  test('they stay on sale without the label that is asked for', async ({ scene }) => {
    await open(scene, held().answer, plans(scene, 'src="/offers.json" label="pricing"'));
    await expect.poll(() => drawn(scene).count()).toBe(2);
  });

  test('leaving the page for good aborts, and nothing is drawn or told', async ({ scene }) => {
    await open(scene, held().answer);
    await expect.poll(() => asked(scene)).toHaveLength(1);
    scene.served = '';
    await scene.page.evaluate(() => document.querySelector('limio-offers')!.remove());
    await expect.poll(() => asked(scene)[0]!.isAborted).toBe(true);
    expect(await scene.page.evaluate(() => watched.told)).toEqual([]);
  });

  test('moving within the page asks no second time', async ({ scene }) => {
    const { answer, letGo } = held();
    await open(scene, answer, `${plans(scene, 'src="/offers.json" label="pricing"')}<div></div>`);
    await expect.poll(() => asked(scene)).toHaveLength(1);
    scene.served = '';
    await scene.page.evaluate(() => {
      document.querySelector('div')!.append(document.querySelector('limio-offers')!);
    });
    letGo();
    expect(await scene.told('limio-ready')).toMatchObject([{ source: 'src' }]);
    expect(asked(scene)).toMatchObject([{ isAborted: false }]);
  });

  test('a customer who comes back from the shop is sold to again', async ({ scene }) => {
    const { page, shop } = scene;
    await open(scene, held().answer, plans(scene, 'src="/offers.json"'));
    await scene.sell(drawn(scene).first());
    await page.waitForURL(shop.origin + TEAM);
    await page.evaluate(() => void setTimeout(() => history.back()));
    await drawn(scene).nth(1).click();
    await expect.poll(() => shop.seen.map(({ url }) => url)).toContainEqual(expect.stringMatching('Starter'));
  });
});

test('A part that the page names in its head is asked for before the script is there, and once', async ({
  scene,
}) => {
  const { cdn, host } = scene;
  const [script, part] = ['/limio-offers.js', '/offers-controller.js'];
  const send = (name: string, response: ServerResponse) =>
    response
      .writeHead(200, { 'content-type': 'text/javascript', 'access-control-allow-origin': '*' })
      .end(builtFile(name.slice(1)));
  let ask = () => {};
  const isAsked = new Promise<void>((resolve) => (ask = resolve));
  cdn.answers.set(script, (_, response) => void isAsked.then(() => send(script, response)));
  cdn.answers.set(part, (_, response) => {
    ask();
    send(part, response);
  });
  host.answers.set('/offers.json', json(LIST));
  const head = `<link rel="modulepreload" href="${cdn.origin}${part}">${moduleScript(scene)}`;
  await scene.open(pageOf(head, plans(scene, 'src="/offers.json" label="pricing"')));
  expect(await scene.told('limio-ready')).toMatchObject([{ source: 'src' }]);
  const files = cdn.seen.map(({ url }) => url).filter((url) => url === script || url === part);
  expect(files.sort()).toEqual([script, part]);
});

test('What an element asked for that left before its parts were there is aborted', async ({ scene }) => {
  const { page, host } = scene;
  host.answers.set('/offers.json', () => {});
  await scene.open(pageOf(moduleScript(scene), ''));
  scene.served = '';
  await page.evaluate(
    async (html) => {
      await customElements.whenDefined('limio-offers');
      document.body.innerHTML = html;
      await document.querySelector('limio-offers')!.updateComplete;
      document.body.replaceChildren();
    },
    plans(scene, 'src="/offers.json"'),
  );
  await expect.poll(() => asked(scene).every(({ isAborted }) => isAborted)).toBe(true);
  await page.waitForLoadState('networkidle');
  expect(asked(scene).length).toBeLessThan(2);
});

test('Fifty elements that want the same list ask once', async ({ scene }) => {
  await open(scene, reply, plans(scene, 'src="/offers.json" label="pricing"').repeat(50));
  await scene.told('limio-ready', 50);
  expect(asked(scene)).toHaveLength(1);
});

test('A page that is rendered in advance asks for nothing before it is shown', async ({ scene }) => {
  await scene.context.addInitScript(() => {
    let isPrerendering = true;
    Object.defineProperty(Document.prototype, 'prerendering', {
      get: () => isPrerendering,
      configurable: true,
    });
    addEventListener('show', () => {
      isPrerendering = false;
      document.dispatchEvent(new Event('prerenderingchange'));
    });
  });
  await open(scene, reply);
  await scene.page.waitForLoadState('networkidle');
  expect(asked(scene)).toEqual([]);
  await scene.page.evaluate(() => dispatchEvent(new Event('show')));
  expect(await scene.told('limio-ready')).toMatchObject([{ source: 'src' }]);
});

test.for(['baseURI', 'prerendering'])(
  'A name in the page is no property of the document: %s',
  async (name, { scene }) => {
    await open(scene, reply, `<img name="${name}" alt="">${plans(scene, 'src="/offers.json"')}`);
    expect(await scene.told('limio-ready')).toMatchObject([{ source: 'src' }]);
  },
);

test('The site of the offers is told the origin of the page alone', async ({ scene }) => {
  scene.cdn.answers.set('/offers.json', {
    headers: { 'content-type': 'application/json', 'access-control-allow-origin': '*' },
    body: '[{"path":"/offers2/X"}]',
  });
  const element = plans(scene, `src="${scene.cdn.origin}/offers.json"`);
  await scene.open(pageOf(moduleScript(scene), element), {
    headers: { 'referrer-policy': 'unsafe-url' },
    query: '?email=a@b.example',
  });
  await scene.told('limio-ready');
  const request = scene.cdn.seen.find(({ url }) => url === '/offers.json');
  expect(request?.referrer).toBe(`${scene.host.origin}/`);
});

/** The page of the docs that asks for its list itself. */
const [asking] = [...readFileSync('docs/pages.md', 'utf8').matchAll(/```html\n([^`]*?)```/g)]
  .map(([, block]) => block!)
  .filter((block) => block.includes("fetch('/offers.json'"));

test('A page asks for its list beside the script, as the docs say, once, and its cards are drawn with it', async ({
  scene,
}) => {
  const { cdn, host } = scene;
  const price = { amount: '29', currency: 'EUR', interval: { unit: 'month', count: 1 } };
  let ask = () => {};
  const isAsked = new Promise<void>((resolve) => (ask = resolve));
  host.answers.set('/offers.json', (_, response) => {
    ask();
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify([{ path: '/offers2/Pro', name: 'Pro', price }]));
  });
  // The script comes only when the list has been asked for.
  cdn.answers.set('/limio-offers.js', (_, response) => {
    void isAsked.then(() =>
      response
        .writeHead(200, { 'content-type': 'text/javascript', 'access-control-allow-origin': '*' })
        .end(builtFile('limio-offers.js')),
    );
  });
  await scene.open(pageOf(moduleScript(scene), asking!));
  await expect.poll(() => scene.page.getByText('€29').count()).toBe(1);
  expect(asked(scene)).toHaveLength(1);
});
