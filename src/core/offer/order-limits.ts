/** Most lines of an order. */
export const MAX_LINES = 50;

/** Most of one offer in an order. */
export const MAX_QUANTITY = 100_000;

/** Most characters of an offer's path. */
export const MAX_PATH = 500;

/** Name of a campaign parameter that an order carries along: `utm_source`. */
export const CARRIED_NAME = /^[\w.-]{1,40}$/;

/** Most characters of a campaign parameter that an order carries along. */
export const MAX_CARRIED = 200;

/** Most characters of a token that a site's own server signed. */
export const MAX_CONTEXT = 4096;
