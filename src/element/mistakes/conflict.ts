import { LimioError } from '../../core/errors/limio-error.ts';
import { reportMistake } from './file-missing.ts';
import { LimioErrorEvent } from '../events/events.ts';

/**
 * Tells the page, by one event on the document, why this release does not have the tag.
 *
 * @param earlier what has the tag; another release of ours has a version. Nothing where the page lets nobody define it.
 * @param own this release.
 */
export function reportConflict(tag: string, earlier: { version?: unknown } | undefined, own: string): void {
  const error = conflict(tag, earlier, own);
  document.dispatchEvent(new LimioErrorEvent(error));
  void reportMistake(error);
}

function conflict(tag: string, earlier: { version?: unknown } | undefined, own: string): LimioError {
  if (!earlier) return new LimioError('internal', `<${tag}> cannot be defined on this page.`);
  const { version } = earlier;
  return typeof version === 'string'
    ? new LimioError('version_conflict', `${tag} ${version} is there already; ${own} was left out.`)
    : new LimioError('tag_taken', `<${tag}> is defined by another script; ${own} was left out.`);
}
