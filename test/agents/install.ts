import { installIn } from '../setup/install-in.ts';

/** Installs the clients. */
export default (): void => installIn(new URL('.', import.meta.url));
