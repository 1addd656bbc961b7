import { LimioError } from '../../core/errors/limio-error.ts';
import { pagePath } from '../../core/link/shop.ts';
import { HttpError } from '../http-error.ts';

/** The path of a page that a caller named. @throws {HttpError} `bad_request`, naming the field `page` */
export function pageOf(page: string): string {
  try {
    return pagePath(page);
  } catch (error) {
    if (!(error instanceof LimioError)) throw error;
    throw new HttpError('bad_request', 'The page is no path of a page on the shop, such as /checkout.', {
      fields: ['page'],
    });
  }
}
