import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import pack from '../../package.json' with { type: 'json' };

/** What Lit leaves behind in Node, where it brings stand-ins for what a browser has. */
// prettier-ignore
const LIT = ['customElements', 'litElementVersions', 'litHtmlVersions', 'litPropertyMetadata', 'litServerRoot', 'reactiveElementVersions'];

/** What each entry gives at run time, and the globals its packages leave behind. */
// prettier-ignore
const entries: [entry: string, names: string[], globals: string[]][] = [
  ['limio-offers',        ['LimioChallengeEvent', 'LimioCheckoutEvent', 'LimioError', 'LimioErrorEvent', 'LimioFallbackEvent', 'LimioHandoffEvent', 'LimioOffersElement', 'LimioReadyEvent', 'LimioSelectEvent', 'purchaseLink', 'readPurchaseLink', 'safeLink'], LIT],
  ['limio-offers/define', [], LIT],
  ['limio-offers/plan',   ['LimioErrorEvent', 'LimioPlanElement', 'LimioPlanEvent'], LIT],
  ['limio-offers/define-plan', [], LIT],
  ['limio-offers/link',   ['LimioError', 'purchaseLink', 'readPurchaseLink'], []],
  ['limio-offers/html',   ['LimioError', 'renderOffers', 'styleHashes'], []],
  ['limio-offers/integrations/agent-tools', ['connectAgentTools', 'offerTools'], []],
  ['limio-offers/integrations/analytics',   ['LimioAnalyticsEvent', 'connectAnalytics'], []],
  ['limio-offers/frames/bridge',      ['serveFrames'], []],
  ['limio-offers/frames/frame',       ['keepLinksWorking'], []],
  ['limio-offers/frames/parent-page', ['connectParent', 'originOfParent'], []],
  ['limio-offers/integrations/hubspot',     ['connectHubspot'], []],
  ['limio-offers/integrations/intercom',    ['connectIntercom'], []],
  ['limio-offers/integrations/qualified',   ['connectQualified'], []],
  ['limio-offers/integrations/recaptcha',   ['connectRecaptcha'], []],
  ['limio-offers/integrations/salesforce',  ['connectSalesforce'], []],
  ['limio-offers/integrations/turnstile',   ['connectTurnstile'], []],
  ['limio-offers/json-ld', ['LimioError', 'jsonLd', 'jsonLdScript'], []],
  ['limio-offers/limio',  ['LimioError', 'UpstreamError', 'limioClient', 'readCatalog'], ['__zod_globalConfig', '__zod_globalRegistry']],
  ['limio-offers/say',    ['LimioError', 'adaptiveCard', 'sayLink', 'sayOffers', 'slackBlocks'], []],
  ['limio-offers/server', ['LimioError', 'LimioState', 'boughtIn', 'createQuote', 'durableState', 'isQuoteId', 'isRenewalId', 'kindIn', 'lambdaHandler', 'limioBackend', 'memoryState', 'optionsFrom', 'parseKeys', 'quoteIdOf', 'recaptcha', 'recaptchaEnterprise', 'redisCheckpoint', 'redisState', 'renewalIdOf', 'signContext', 'signedWebhook', 'startRenewal', 'tellBaskets', 'turnstile', 'watchAbandonedBaskets'], ['__zod_globalConfig', '__zod_globalRegistry']],
];

/** Runs in a Node of its own, where nobody has made a document. */
const inNode = (code: string): string =>
  execFileSync(process.execPath, ['--input-type=module', '--eval', code], { encoding: 'utf8' });

test.for(entries)('%s can be imported in Node and gives what it promises', ([entry, names, globals]) => {
  const code = `const before = Object.keys(globalThis);
    const names = Object.keys(await import('${entry}'));
    const left = Object.keys(globalThis).filter((name) => !before.includes(name));
    console.log(JSON.stringify([names.sort(), left.sort()]));`;
  expect(JSON.parse(inNode(code))).toEqual([names, globals]);
});

test('a class that cannot be drawn on a server can still be looked at there', () => {
  const code = `const { LimioOffersElement } = await import('limio-offers');
    console.log(LimioOffersElement.version);`;
  expect(inNode(code).trim()).toBe(pack.version);
});

test('every entry of the source is an export or a program, and the other way round', () => {
  const sources = readdirSync('src').filter((file) => file.endsWith('.ts'));
  const bin = 'bin' in pack ? Object.values(pack.bin as Record<string, string>) : [];
  const named = Object.values(pack.exports).map((to) =>
    typeof to === 'string' ? to : 'default' in to ? to.default : '',
  );
  const built = [...named, ...bin].filter((file) => /dist\/npm\/[\w-]+\.js$/.test(file));
  expect(built.map((file) => file.replace(/.*\/([\w-]+)\.js$/, '$1.ts')).sort()).toEqual(sources.sort());
  expect(built.filter((file) => !existsSync(file))).toEqual([]);
});

test('only what registers an element has a side effect', () => {
  expect(pack.sideEffects).toEqual([
    './dist/npm/define.js',
    './dist/npm/define-plan.js',
    './dist/cdn/*.css',
    './dist/cdn/*.js',
  ]);
});

test('importing the package draws in nothing that only a server needs', () => {
  const seen = new Set<string>();
  const visit = (file: string) => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(
      /\b(?:from\s+|import\s*\(?\s*)"([^"\n]+)"/g,
    ))
      if (name.startsWith('.')) visit(new URL(name, `file:///${file}`).pathname.slice(1));
      else seen.add(name);
  };
  visit('dist/npm/index.js');
  visit('dist/npm/define.js');
  expect([...seen].filter((name) => !/^(dist|lit|zod\/mini)\b/.test(name))).toEqual([]);
  expect(seen.size).toBeGreaterThan(10);
});
