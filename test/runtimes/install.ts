import { installIn } from '../setup/install-in.ts';

/** Installs the runtimes. */
export default (): void => installIn(new URL('.', import.meta.url));
