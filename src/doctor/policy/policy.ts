import type { PageElement } from '../page/page-element.ts';
import { allows, type Requested } from './source-list.ts';

/** A content security policy: sources by the name of the directive, and where it stands. */
export interface Policy {
  directives: ReadonlyMap<string, readonly string[]>;
  /** `the header` or `<meta>`, for people. */
  place: string;
  line?: number | undefined;
}

/** What a policy says of a request. */
export interface Decision {
  policy: Policy;
  /** The directive that decides, such as `script-src`. */
  directive: string;
  sources: readonly string[];
  /** `undefined` where that depends on the page's address, which is not known, or on a hash. */
  isAllowed: boolean | undefined;
}

/** Which directive decides where the one that is meant is not there. https://www.w3.org/TR/CSP3/#directive-fallback-list */
const FALLBACK: Readonly<Record<string, readonly string[]>> = {
  'script-src-elem': ['script-src-elem', 'script-src', 'default-src'],
  'style-src-elem': ['style-src-elem', 'style-src', 'default-src'],
  'style-src-attr': ['style-src-attr', 'style-src', 'default-src'],
  'connect-src': ['connect-src', 'default-src'],
  'img-src': ['img-src', 'default-src'],
  'frame-src': ['frame-src', 'child-src', 'default-src'],
  'frame-ancestors': ['frame-ancestors'],
};

/** The directives that a request may be checked against. */
export type Checkpoint = keyof typeof FALLBACK;

/** The policies of a page: all of them hold at the same time. What is only reported does not hold. */
export function readPolicies(elements: readonly PageElement[], headers: Headers | undefined): Policy[] {
  // Several headers arrive as one, with commas between them.
  const sent = (headers?.get('content-security-policy') ?? '').split(',');
  const metas = elements.filter(
    ({ tag, attributes, parent }) =>
      tag === 'meta' &&
      parent?.tag === 'head' &&
      attributes['http-equiv']?.trim().toLowerCase() === 'content-security-policy',
  );
  return [
    ...sent.map((text): Policy => ({ directives: directivesOf(text), place: 'the header' })),
    ...metas.map(({ attributes, line }): Policy => ({
      directives: directivesOf(attributes['content'] ?? ''),
      place: '<meta>',
      line,
    })),
  ].filter(({ directives }) => directives.size);
}

/** Of two directives with one name the first holds. https://www.w3.org/TR/CSP3/#parse-serialized-policy */
function directivesOf(text: string): Map<string, readonly string[]> {
  const directives = new Map<string, readonly string[]>();
  for (const part of text.split(';')) {
    const [name = '', ...sources] = part.trim().split(/\s+/);
    if (name && !directives.has(name.toLowerCase())) directives.set(name.toLowerCase(), sources);
  }
  return directives;
}

/**
 * What each policy says of a request that a directive decides about; nothing of policies that leave it open.
 *
 * @param page address of the page, for `'self'`.
 */
export const decisions = (
  policies: readonly Policy[],
  checkpoint: Checkpoint,
  requested: Requested,
  page: URL | undefined,
): Decision[] => decide(policies, checkpoint, (sources) => isAllowed(sources, requested, page));

/**
 * What each policy says of a style that is written in the page itself.
 *
 * @param nonce of its `<style>`; an attribute has none.
 * @see https://www.w3.org/TR/CSP3/#match-element-to-source-list
 */
export const inlineDecisions = (
  policies: readonly Policy[],
  checkpoint: 'style-src-elem' | 'style-src-attr',
  nonce: string | undefined,
): Decision[] =>
  decide(policies, checkpoint, (sources) => {
    if (nonce && sources.includes(`'nonce-${nonce}'`)) return true;
    const isNamed = (kind: RegExp) => sources.some((source) => kind.test(source));
    // Beside any of these, the plain word counts for nothing; whose hash it is, only the browser reckons.
    if (isNamed(/^'sha\d+-/))
      return checkpoint === 'style-src-elem' || isNamed(/^'unsafe-hashes'$/i) ? undefined : false;
    return isNamed(/^'unsafe-inline'$/i) && !isNamed(/^'nonce-/);
  });

const decide = (
  policies: readonly Policy[],
  checkpoint: Checkpoint,
  judge: (sources: readonly string[]) => boolean | undefined,
): Decision[] =>
  policies.flatMap((policy) => {
    const directive = FALLBACK[checkpoint]!.find((name) => policy.directives.has(name));
    if (!directive) return [];
    const sources = policy.directives.get(directive)!;
    return { policy, directive, sources, isAllowed: judge(sources) };
  });

function isAllowed(
  sources: readonly string[],
  requested: Requested,
  page: URL | undefined,
): boolean | undefined {
  const { nonce, integrity = '', isScript, isBroughtAlong = false } = requested;
  if (nonce && sources.includes(`'nonce-${nonce}'`)) return true;
  const hashes = integrity.split(/\s+/).filter(Boolean);
  if (isScript && hashes.length && hashes.every((hash) => sources.includes(`'${hash}'`))) return true;
  // With it, addresses count for nothing. https://www.w3.org/TR/CSP3/#strict-dynamic-usage
  if (isScript && sources.includes("'strict-dynamic'")) return isBroughtAlong;
  const answers = sources.map((source) => allows(source, requested, page));
  return answers.includes(true) || (answers.includes(undefined) ? undefined : false);
}
