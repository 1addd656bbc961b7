import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium } from 'playwright';
import { build } from 'vite';
import { expect, inject, test } from 'vitest';
import { builtHtml } from '../setup/built-html.ts';
import { brotli, scriptFiles, withStaticImports } from '../setup/script-files.ts';

/** A kilobyte, as the unit is defined: 1,000 bytes. */
const KB = 1000;

/** Most bytes of each, minified, in brotli. */
const BUDGETS = {
  'first paint of links': 16 * KB,
  'what follows the first paint': 1.2 * KB,
  'a reply of Limio, beside the first paint': 10.85 * KB,
  'the classic file': 34.7 * KB,
  'assisted checkout': 5.95 * KB,
  'the form of an assisted checkout': 2.9 * KB,
  'purchaseLink of limio-offers/link': 0.95 * KB,
  'savings and totals': 3 * KB,
  'the comparison': 3 * KB,
  'changes of plan, beside the first paint': 9 * KB,
  'page tools': 1.4 * KB,
  'the answers of page tools': 3.7 * KB,
  'sayOffers of limio-offers/say': 2.8 * KB,
};

function keep(name: keyof typeof BUDGETS, bytes: number): void {
  console.log(`${name}: ${bytes} of ${BUDGETS[name]} bytes`);
  expect(bytes, name).toBeLessThanOrEqual(BUDGETS[name]);
}

const sum = (names: readonly string[]): number => {
  const files = scriptFiles();
  return names.reduce((bytes, name) => bytes + brotli(files.get(name)!), 0);
};

test('the first paint of links fits its budget', () => {
  keep('first paint of links', sum(withStaticImports('limio-offers.js')));
});

test('what an assisted checkout loads beside the offers of its backend fits its budget', () => {
  const before = withStaticImports('offers-controller.js');
  keep(
    'assisted checkout',
    sum(withStaticImports('assisted-checkout.js').filter((file) => !before.includes(file))),
  );
});

test('the form of an assisted checkout fits its budget, and is loaded where details are asked for', () => {
  keep('the form of an assisted checkout', sum(['details-form.js']));
  expect(withStaticImports('details-form.js').sort()).toEqual(['details-form.js', 'limio-offers.js']);
  expect(withStaticImports('assisted-checkout.js')).not.toContain('details-form.js');
});

test('what can be switched, selected and copied waits for no reader of lists', () => {
  expect(withStaticImports('controls.js')).not.toContain('offers-controller.js');
});

test('what savings and totals load fits its budget, in one file', () => {
  keep('savings and totals', sum(['pricing.js']));
  expect(withStaticImports('pricing.js').sort()).toEqual(['limio-offers.js', 'pricing.js']);
});

test('the comparison fits its budget, in one file', () => {
  keep('the comparison', sum(['comparison.js']));
  expect(withStaticImports('comparison.js').sort()).toEqual(['comparison.js', 'limio-offers.js']);
});

test('what changes of plan load beside the first paint fits its budget, and adds no file to that', () => {
  const files = withStaticImports('limio-plan.js');
  keep('changes of plan, beside the first paint', sum(files.filter((file) => file !== 'limio-offers.js')));
  expect(files).toContain('limio-offers.js');
  expect(withStaticImports('limio-offers.js')).toEqual(['limio-offers.js']);
});

test('what page tools load fits its budget, until an agent asks', () => {
  keep('page tools', sum(withStaticImports('agent-tools.js')));
  expect(withStaticImports('agent-tools.js')).toEqual(['agent-tools.js']);
});

test('what page tools answer with fits its budget, and is loaded when an agent asks', () => {
  keep('the answers of page tools', sum(['agent-answers.js']));
  expect(withStaticImports('agent-answers.js').sort()).toEqual(['agent-answers.js', 'agent-tools.js']);
});

test('words for chats fit their budget, and bring no element', async () => {
  const code = await bundled(`export { sayOffers } from './src/say.ts'`);
  keep('sayOffers of limio-offers/say', brotli(code));
  expect(code).not.toContain('customElements');
});

test('what a recorded reply of Limio loads fits its budget', async () => {
  const loaded = await loadedFor('src="/offers.json"', {
    items: [{ path: '/offers2/Pro', data: { attributes: { display_name__limio: 'Pro' } } }],
  });
  expect(loaded).toContain('limio-offers.js');
  expect(loaded.length).toBeGreaterThan(1);
  // The last one is asked for when the offers are drawn.
  const others = loaded.filter((file) => !['limio-offers.js', 'finish.js'].includes(file));
  keep('a reply of Limio, beside the first paint', sum(others));
});

test('what follows the first paint fits its budget, in one file', () => {
  keep('what follows the first paint', sum(['finish.js']));
  expect(withStaticImports('finish.js').sort()).toEqual(['finish.js', 'limio-offers.js']);
});

test('a page with a backend loads nothing that reads replies of Limio', async () => {
  const loaded = await loadedFor('backend="/limio"', { offers: [{ path: '/offers2/Pro', name: 'Pro' }] });
  expect(loaded).toContain('offers-controller.js');
  expect(loaded).not.toContain('read-catalog.js');
});

test('a purchase link in code fits its budget, and brings no element', async () => {
  const one = await bundled(`export { purchaseLink } from './src/link.ts'`);
  const all = await bundled(`export * from './src/link.ts'`);
  console.log(`limio-offers/link, all of it: ${brotli(all)} bytes`);
  keep('purchaseLink of limio-offers/link', brotli(one));
  expect(all).not.toContain('customElements');
});

test('each card before the script costs 0.1 kB over its link, and all of them 2 kB of styles', async () => {
  const { renderOffers } = await builtHtml();
  const write = (count: number, form: 'picture' | 'links') => {
    const offers = PLANS.slice(0, count).map(([name, amount, ...features], n) => ({
      path: `/offers2/${name}`,
      name,
      price: { amount, currency: 'EUR', interval: { unit: 'month', count: 1 } },
      features,
      ...(n === 1 && { badge: 'Most popular', highlighted: true }),
    }));
    return renderOffers(offers, { shop: 'https://shop.example.com', form });
  };
  const STYLES = /(?<=<style>)[^]*?(?=<\/style>)/g;
  const styles = write(2, 'picture').match(STYLES)!.join('');
  const over = (count: number) =>
    brotli(write(count, 'picture').replace(STYLES, '')) - brotli(write(count, 'links'));
  const card = (over(PLANS.length) - over(2)) / (PLANS.length - 2);
  console.log(`a card before the script: ${card} bytes over its link; styles: ${brotli(styles)}`);
  expect(card).toBeLessThanOrEqual(0.1 * KB);
  expect(brotli(styles)).toBeLessThanOrEqual(2 * KB);
});

// prettier-ignore
const PLANS = [
  ['Reader',  '4.90',  'Every article', 'The morning letter'],
  ['Desk',    '29.00', 'Archive since 1998', 'Three devices', 'Alerts by mail'],
  ['Team',    '99.00', 'Ten seats', 'Shared folders', 'An invoice a quarter'],
  ['Campus',  '499.00', 'Single sign-on', 'Everyone on the network'],
] as const;

/** The bridge reads purchase links by the rules of everything else; that is most of it. */
// prettier-ignore
const SMALL: [name: string, budget: number][] = [
  ['bridge',     1.05 * KB],
  ['hubspot',    KB],
  ['intercom',   KB],
  ['measure',    KB],
  ['qualified',  KB],
  ['recaptcha',  KB],
  ['salesforce', KB],
  ['turnstile',  KB],
];

test.for(SMALL)('%s.js has at most %i bytes, and is whole in itself', ([name, budget]) => {
  const bytes = brotli(scriptFiles().get(`${name}.js`)!);
  console.log(`${name}.js: ${bytes} bytes`);
  expect(bytes).toBeLessThanOrEqual(budget);
  expect(withStaticImports(`${name}.js`)).toEqual([`${name}.js`]);
});

/** What a pricing section may need beside links. The first of them holds switch, basket and link to copy. */
// prettier-ignore
const LATER: [name: string, budget: number][] = [
  ['controls',   3.2 * KB],
  ['comparison', 3 * KB],
  ['elsewhere',  KB],
  ['extras',     3 * KB],
  ['hints',      3 * KB],
  ['layouts',    3 * KB],
  ['page-data',  3 * KB],
  ['pricing',    3 * KB],
];

test.for(LATER)('%s.js, a part that is loaded later, has at most %i bytes', ([name, budget]) => {
  const bytes = brotli(scriptFiles().get(`${name}.js`)!);
  console.log(`${name}.js: ${bytes} bytes`);
  expect(bytes).toBeLessThanOrEqual(budget);
});

test('the classic file holds all but rare parts in one', () => {
  const bytes = brotli(scriptFiles().get('limio-offers.classic.js')!);
  keep('the classic file', bytes);
  expect(bytes).toBeLessThanOrEqual(sum([...scriptFiles().keys()].filter((file) => !/classic/.test(file))));
});

/** Names of the script files a browser asks for until the offers of a document are drawn. */
async function loadedFor(attribute: string, document: object): Promise<string[]> {
  const files = scriptFiles();
  const loaded: string[] = [];
  const page = `<!doctype html><script type="module" src="/limio-offers.js"></script>
    <limio-offers shop="https://shop.example.com" ${attribute}></limio-offers>`;
  const server = createServer(({ url = '/' }, response) => {
    const name = url.slice(1);
    const [type, body] = files.has(name)
      ? ['text/javascript', files.get(name)]
      : /^(limio\/offers|offers\.json)$/.test(name)
        ? ['application/json', JSON.stringify(document)]
        : ['text/html', name ? '' : page];
    if (files.has(name)) loaded.push(name);
    response.writeHead(200, { 'content-type': type }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await chromium.connect(inject('browser'));
  try {
    const tab = await browser.newPage();
    await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await tab.getByRole('link', { name: 'Pro' }).waitFor();
  } finally {
    await browser.close();
    server.close();
  }
  return loaded;
}

/** What a bundler makes of some lines of an integrator. */
async function bundled(code: string): Promise<string> {
  const id = 'integrator.ts';
  const made = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'integrator',
        resolveId: (name) => (name.endsWith(id) ? id : undefined),
        load: (name) => (name === id ? code : undefined),
      },
    ],
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: id, formats: ['es'] },
      rolldownOptions: { output: { minify: true, comments: false } },
    },
  });
  const [{ output }] = made as unknown as [{ output: [{ code: string }] }];
  return output[0].code;
}
