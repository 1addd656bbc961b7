import { installIn } from '../setup/install-in.ts';

/** Installs the style sheets. */
export default (): void => installIn(new URL('.', import.meta.url));
