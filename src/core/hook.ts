/** A value of the page, or a function of it that gives one. */
export type Hook = string | (() => string | Promise<string>) | undefined;
