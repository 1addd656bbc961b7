import { readEmbedAddress, type EmbedSettings } from '../../frames/embed-address.ts';
import type { PageElement } from './page-element.ts';
import { resolve, type Page } from './page.ts';

/** A frame of the page that shows offers. */
export interface OurFrame {
  element: PageElement;
  url: URL | undefined;
  settings: EmbedSettings;
}

/** The frames that are marked as ours, or show our embed page. */
export const ourFrames = ({ elements, base }: Page): OurFrame[] =>
  elements.flatMap((element) => {
    const { src = '', 'data-limio-offers': mark } = element.attributes;
    if (element.tag !== 'iframe' || (mark === undefined && !/\/embed\.html\?[^#]*\bshop=/.test(src)))
      return [];
    return { element, url: resolve(src, base), settings: readEmbedAddress(src.replace(/^[^?]*/, '')) };
  });
