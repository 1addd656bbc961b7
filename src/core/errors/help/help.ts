/** What an error code means, and what to do about it. Both are sentences; the meaning has no full stop. */
export type ErrorHelp = readonly [meaning: string, remedy: string];
