import { LimioError } from '../../core/errors/limio-error.ts';
import { VERSION } from '../../core/version.ts';
import { reportMistake } from './file-missing.ts';
import { LimioErrorEvent } from '../events/events.ts';

/** Tells the page, by one event on the document, that the tag was taken when this release came. */
export function reportConflict(tag: string, version: unknown): void {
  const error =
    typeof version === 'string'
      ? new LimioError('version_conflict', `${tag} ${version} is there already; ${VERSION} was left out.`)
      : new LimioError('tag_taken', `<${tag}> is defined by another script; ${VERSION} was left out.`);
  document.dispatchEvent(new LimioErrorEvent(error));
  void reportMistake(error);
}
