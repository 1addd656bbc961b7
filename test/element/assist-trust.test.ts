import { describe, expect, onTestFinished, test } from 'vitest';
import { assisted, cta, departures, fallbacks, filled, plans } from './assist-fixtures.ts';
import { href, show, tag } from './fixtures.ts';
import { sells } from './selling-backend.ts';

/** Names a backend in the head of the page, as its owner would. */
function nameInHead(origins: string): void {
  const meta = Object.assign(document.createElement('meta'), { name: 'limio-backend', content: origins });
  document.head.append(meta);
  onTestFinished(() => meta.remove());
}

describe('personal details go to', () => {
  // prettier-ignore
  const backends: Array<[what: string, backend: string, head: string, url: string | undefined]> = [
    ['a path of the page\'s own site',        '/api',                          '',                              '/api/checkouts'],
    ['a path with a slash at its end',        '/api/',                         '',                              '/api/checkouts'],
    ['a site the head names',                 'https://offers.example.com',    'https://offers.example.com',    'https://offers.example.com/checkouts'],
    ['one of the sites the head names',       'https://b.example.com/x',       'https://a.example.com  https://b.example.com', 'https://b.example.com/x/checkouts'],
    ['no site the head does not name',        'https://evil.test',             '',                              undefined],
    ['no site below a named one',             'https://x.offers.example.com',  'https://offers.example.com',    undefined],
    ['no other port',                         'https://offers.example.com:8443', 'https://offers.example.com',  undefined],
    ['no plain http',                         'http://offers.example.com',     'http://offers.example.com',     undefined],
    ['nobody, where everybody is named',      'https://evil.test',             '*',                             undefined],
    ['nobody with a user name',               'https://a@offers.example.com',  'https://offers.example.com',    undefined],
    ['nobody with a query',                   '/api?x=1',                      '',                              undefined],
    ['no script',                             'javascript:alert(1)',           'null',                          undefined],
    ['no data',                               'data:application/json,1',       'null',                          undefined],
    ['no address at all',                     'https://',                      '',                              undefined],
  ];
  test.for(backends)('%s', async ([, backend, head, url]) => {
    nameInHead(head);
    const asked = url && new URL(url, location.href).href;
    const basePath = asked && new URL(asked).pathname.replace('/checkouts', '');
    const { calls, links } = sells({ options: { basePath: basePath ?? '' } });
    const el = await assisted('', { backend, customer: { email: 'a@b.example' } });
    const [left, failed] = [departures(), fallbacks(el)];
    cta(el).click();
    await filled(left);
    expect(calls.map((call) => call.url)).toEqual(asked ? [asked] : []);
    expect(left).toEqual(asked ? links : [href('A')]);
    expect(failed.map(({ code }) => code)).toEqual(asked ? [] : ['config']);
  });

  test('no page by itself, where no backend is named', async () => {
    const before = location.href;
    onTestFinished(() => history.replaceState(history.state, '', before));
    history.replaceState(history.state, '', location.pathname);
    const { calls } = sells();
    const el = await assisted('', { backend: '' });
    const [left, failed] = [departures(), fallbacks(el)];
    cta(el).click();
    expect(await filled(left)).toEqual([href('A')]);
    expect(failed.map(({ code }) => code)).toEqual(['config']);
    expect(calls).toEqual([]);
  });

  test('no site that is named outside the head', async () => {
    const { calls } = sells();
    const meta = '<meta name="limio-backend" content="https://evil.test">';
    const el = await show(
      `${tag('target="_self" lang="en" backend="https://evil.test" checkout="assisted"')}${meta}`,
      {
        offers: plans,
      },
    );
    const left = departures();
    cta(el).click();
    expect(await filled(left)).toEqual([href('A')]);
    expect(calls).toEqual([]);
  });
});
