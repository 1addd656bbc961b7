import { LimioError } from '../../core/errors/limio-error.ts';
import { reportMistake } from './file-missing.ts';
import { LimioErrorEvent } from '../events/events.ts';

/**
 * Tells the page, by one event on the document, that the tag was taken when this release came.
 *
 * @param version of what has the tag; anything but a text where that is another script.
 * @param own this release.
 */
export function reportConflict(tag: string, version: unknown, own: string): void {
  const error =
    typeof version === 'string'
      ? new LimioError('version_conflict', `${tag} ${version} is there already; ${own} was left out.`)
      : new LimioError('tag_taken', `<${tag}> is defined by another script; ${own} was left out.`);
  document.dispatchEvent(new LimioErrorEvent(error));
  void reportMistake(error);
}
