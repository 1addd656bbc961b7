import { fileURLToPath } from 'node:url';

/**
 * Fonts, language and time zone of the tests, which the machine would decide otherwise.
 *
 * @see https://fontconfig.pages.freedesktop.org/fontconfig/fontconfig-user.html (FONTCONFIG_FILE)
 */
export const SURROUNDINGS = {
  FONTCONFIG_FILE: fileURLToPath(new URL('fonts.conf', import.meta.url)),
  LANG: 'en_US.UTF-8',
  LANGUAGE: 'en_US',
  LC_ALL: 'en_US.UTF-8',
  TZ: 'UTC',
};

/** Sets {@link SURROUNDINGS} for this process and all it starts: the workers of a test run, and its browsers. */
export function fixSurroundings(): void {
  Object.assign(process.env, SURROUNDINGS);
}
