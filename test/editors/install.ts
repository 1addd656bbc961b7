import { installIn } from '../setup/install-in.ts';

/** Installs the editors and filters. */
export default (): void => installIn(new URL('.', import.meta.url));
