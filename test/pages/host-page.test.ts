import { describe, expect } from 'vitest';
import { CATALOGUE } from '../../demo/sandbox/items/catalogue.ts';
import { classicScript, drawn, moduleScript, pageOf, plans, TEAM } from './markup.ts';
import { test, type Scene } from './scene.ts';

const raw = JSON.stringify({ items: CATALOGUE });
const jsonScript = `<script type="application/json">${raw.replaceAll('<', '\\u003c')}</script>`;

/** Sizes of everything that is drawn, and places as seen from the first of it. */
const measure = ({ page }: Scene) =>
  page.evaluate(() => {
    const parts = [
      ...document.querySelector('limio-offers')!.shadowRoot!.querySelectorAll('[part]:not(img, :empty)'),
    ];
    const boxes = parts.map((part) => part.getBoundingClientRect());
    const round = (length: number) => Math.round(length * 10) / 10;
    return boxes.map(({ x, y, width, height }, index) => [
      parts[index]!.getAttribute('part'),
      round(x - boxes[0]!.x),
      round(y - boxes[0]!.y),
      round(width),
      round(height),
    ]);
  });

describe('Habits of the page do not reach what is drawn', () => {
  const OWN = 'body { font-family: sans-serif } div { width: 900px }';
  // prettier-ignore
  const habits: Array<[habit: string, css: string]> = [
    ['a root of 62.5 %',             'html { font-size: 62.5% } body { font-size: 1.6rem }'],
    ['a root of 8 px',               'html { font-size: 8px }'],
    ['a root of 20 px',              'html { font-size: 20px } body { font-size: 2rem; line-height: 3 }'],
    ['margins on everything',        '* { margin: 40px; box-sizing: content-box } div, limio-offers { margin: 0 }'],
    ['capitals',                     'body { text-transform: uppercase; font-variant: small-caps; font-weight: 900; font-style: italic }'],
    ['centred, indented, unwrapped', 'body { text-align: center; text-indent: 2em; white-space: nowrap }'],
    ['rules for links and lists',    'a { padding: 30px; text-transform: uppercase } li { float: left; margin: 9px } ul { padding: 60px } h3 { font-size: 60px } p { margin: 3em } button, input { all: unset }'],
    ['the tag is inline',            'limio-offers { display: inline }'],
    ['the tag is a flex box',        'limio-offers { display: flex }'],
    ['the tag is a grid',            'limio-offers { display: grid; justify-items: center }'],
  ];
  test.for(habits)('%s', async ([, css], { scene }) => {
    const page = (style: string) =>
      pageOf(
        `<style>${OWN}${style}</style>${moduleScript(scene)}`,
        `<div>${plans(scene, 'label="pricing" promo-code="SAVE20" copy-link', jsonScript)}</div>`,
      );
    await scene.open(page(''));
    await scene.told('limio-ready');
    const usual = await measure(scene);
    await scene.open(page(css));
    await scene.told('limio-ready');
    expect(await measure(scene)).toEqual(usual);
    expect(usual.length).toBeGreaterThan(30);
  });
});

describe('Markup of the page does not reach the configuration', () => {
  const NAMES = ['currentScript', 'config', 'shop', 'src', 'endpoint', 'getAttribute', 'readyState'];
  const clobbering: Array<[kind: string, html: string]> = [
    [
      'anchors',
      NAMES.map(
        (name) => `<a id="${name}"></a><a id="${name}" name="endpoint" href="https://evil.example"></a>`,
      ).join(''),
    ],
    ['images', NAMES.map((name) => `<img name="${name}" alt="">`).join('')],
    [
      'forms',
      NAMES.map(
        (name) =>
          `<form name="${name}" id="${name}"><input name="getAttribute"><input name="querySelector"></form>`,
      ).join(''),
    ],
    ['frames', NAMES.map((name) => `<iframe name="${name}" src="about:blank"></iframe>`).join('')],
  ];
  test.for(clobbering)('%s with the names of properties', async ([, html], { scene }) => {
    scene.host.answers.set('/offers.json', { headers: { 'content-type': 'application/json' }, body: raw });
    const element = plans(scene, 'src="/offers.json" label="pricing"');
    await scene.open(pageOf(moduleScript(scene), html + element));
    expect(await scene.told('limio-ready')).toMatchObject([{ source: 'src' }]);
    expect((await scene.sell(drawn(scene).nth(1))).url).toBe(TEAM);
  });

  test('additions to the prototypes of lists and texts', async ({ scene }) => {
    const old = `<script>
      Array.prototype.extra = 1;
      Array.prototype.toJSON = () => 'toJSON';
      String.prototype.extra = 1;
    </script>`;
    await scene.open(
      pageOf(old + moduleScript(scene), plans(scene, 'label="pricing" promo-code="SAVE20"', jsonScript)),
      { query: '?utm_source=news' },
    );
    await drawn(scene).nth(1).waitFor();
    expect((await scene.sell(drawn(scene).nth(1))).url).toBe(`${TEAM}&pc=SAVE20&utm_source=news`);
  });
});

test('Additions to the prototype of all objects cost no offer', async ({ scene }) => {
  const old = `<script>Object.prototype.extra = { path: '/offers2/Extra' };</script>`;
  const inside = `<script type="application/json">[{"path":"/offers2/Desk Team Monthly"}]</script>`;
  await scene.open(pageOf(old + moduleScript(scene), plans(scene, '', inside)));
  expect((await scene.sell(drawn(scene))).url).toBe(TEAM);
});

/** What a page may add to the prototype of all objects, by names that offers, prices and what is drawn of them have. */
describe('Additions to all objects are no part of an offer', () => {
  const NAMES =
    'path name href page group label labels offers items data price displayPrice features text hint badge highlighted cta summary smallPrint image countries from until quantity amount currency interval count unit was intro isFrom additional own before controls extras catalog links isStandIn promoCode carry shop src type id version asOf stale style each allCards groups quantities promo problem warnings attribute converter hasChanged';
  const values = {
    'a text': `'inherited'`,
    'a path': `'/offers2/Inherited'`,
    'a function': 'function () { return 1; }',
    'a list': `['inherited']`,
    'an object': `{ path: '/offers2/Inherited', amount: '1', currency: 'EUR' }`,
  };
  const LIST = JSON.stringify([
    {
      path: '/offers2/Desk Team Monthly',
      name: 'Team',
      price: { amount: '29', currency: 'USD', interval: 'month' },
    },
    { path: '/offers2/Other', price: { amount: '9', currency: 'USD' }, features: ['One', { text: 'Two' }] },
  ]);
  const sources = {
    links: (scene: Scene) => plans(scene),
    'a plain list': (scene: Scene) =>
      plans(scene, '', `<script type="application/json">${LIST.replace('{"text":"Two"}', '"Two"')}</script>`),
    src: (scene: Scene) => plans(scene, 'src="/offers.json"'),
  };
  const cases = Object.entries(values).flatMap(([kind, value]) =>
    Object.entries(sources).flatMap(([source, markup]) =>
      ([moduleScript, classicScript] as const).map(
        (script) => [kind, source, script.name, { value, markup, script }] as const,
      ),
    ),
  );
  test.for(cases)('%s, beside %s, with %s', async ([, , , { value, markup, script }], { scene }) => {
    scene.host.answers.set('/offers.json', LIST);
    const open = async (before: string) => {
      await scene.open(pageOf(before + script(scene, 'defer'), markup(scene)));
      const [ready] = await scene.told('limio-ready');
      return [ready, await drawn(scene).count(), await scene.page.locator('[part~=offer]').allInnerTexts()];
    };
    const usual = await open('');
    // They are gone before the test looks, as it is driven by scripts in the page, too.
    const additions = `<script>{
      const names = '${NAMES}'.split(' ');
      for (const name of names) Object.prototype[name] = ${value};
      addEventListener('limio-ready', () => { for (const name of names) delete Object.prototype[name]; });
    }</script>`;
    expect(await open(additions)).toEqual(usual);
    expect((await scene.sell(drawn(scene).first())).url).toBe(TEAM);
  });
});

describe('Markup that editors make', () => {
  test('wrapped in a paragraph, with breaks', async ({ scene }) => {
    const { origin } = scene.shop;
    const body = `<p>Buy <limio-offers shop="${origin}"><br><a href="${origin}${TEAM}">Team</a><br></limio-offers> now</p><p>After</p>`;
    await scene.open(pageOf(moduleScript(scene), body));
    expect(await scene.told('limio-ready')).toMatchObject([{ count: 1 }]);
    expect(await scene.page.locator('body > p').allInnerTexts()).toEqual([
      expect.stringContaining('now'),
      'After',
    ]);
    expect((await scene.sell(drawn(scene))).url).toBe(TEAM);
  });

  test('a tag that closes itself hides nothing of what follows', async ({ scene }) => {
    const { origin } = scene.shop;
    const body = `<limio-offers shop="${origin}" />
      <main><h2>After</h2><p>Call us, or <a href="${origin}/checkout?purchase=%2Foffers2%2FX">buy X</a>.</p></main>
      <form><input aria-label="Mail"></form>
      <limio-offers shop="${origin}"><a href="${origin}${TEAM}">Team</a></limio-offers>
      <footer>The end</footer>`;
    scene.mistakes.push('offers_missing');
    await scene.open(pageOf(moduleScript(scene), body));
    await scene.told('limio-ready');
    for (const shown of ['heading', 'textbox', 'contentinfo'] as const)
      expect(await scene.page.getByRole(shown).first().isVisible(), shown).toBe(true);
    expect(await scene.page.getByText('Call us').isVisible()).toBe(true);
    expect((await scene.sell(scene.page.getByRole('link', { name: 'Team' }))).url).toBe(TEAM);
  });

  test('a tag that closes itself hides no sentence with a purchase link', async ({ scene }) => {
    const { origin } = scene.shop;
    const body = `<limio-offers shop="${origin}" /><h2>After</h2>
      <p>Call us, or <a href="${origin}${TEAM}">buy</a>.</p><footer>The end</footer>`;
    scene.mistakes.push('offers_missing');
    await scene.open(pageOf(moduleScript(scene), body));
    await scene.told('limio-error');
    expect(await scene.page.getByText('Call us').isVisible()).toBe(true);
    expect((await scene.sell(scene.page.getByRole('link', { name: 'buy' }))).url).toBe(TEAM);
  });

  test('a document that arrives in two pieces, cut inside the JSON', async ({ scene }) => {
    const { host, page } = scene;
    const html = pageOf(classicScript(scene), plans(scene, 'label="pricing"', jsonScript));
    const cut = html.indexOf('Desk Business');
    let finish = () => {};
    host.answers.set('/streamed', (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.write(html.slice(0, cut));
      finish = () => response.end(html.slice(cut));
    });
    const loaded = page.goto(`${host.origin}/streamed`);
    await page.waitForFunction(() => document.querySelector('limio-offers')?.shadowRoot?.firstElementChild);
    finish();
    await loaded;
    scene.served = html;
    expect(await scene.told('limio-ready')).toMatchObject([{ source: 'json' }]);
    expect(await scene.told('limio-error', 0)).toEqual([]);
    expect((await scene.sell(drawn(scene).nth(1))).url).toBe(TEAM);
  });

  test('a listener of the page that throws costs no sale', async ({ scene }) => {
    scene.tolerated.push(/^error: of the page$/);
    const listener = `<script>for (const type of ['limio-ready', 'limio-select', 'limio-checkout'])
      addEventListener(type, () => { throw new Error('of the page') });</script>`;
    await scene.open(pageOf(listener + moduleScript(scene), plans(scene)));
    await scene.told('limio-ready');
    expect((await scene.sell(drawn(scene).first())).url).toBe(TEAM);
  });
});
