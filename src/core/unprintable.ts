/** What has no place in a path or a parameter: control characters, and halves of a surrogate pair. */
export const UNPRINTABLE = /[\p{Cc}\p{Cs}]/u;
