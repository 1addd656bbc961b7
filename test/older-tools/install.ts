import { fileURLToPath } from 'node:url';
import { installIn } from '../setup/install-in.ts';
import { packTo, unpack } from '../setup/packed.ts';

const HERE = new URL('.', import.meta.url);

/** Installs the tools, and the package as npm would. */
export default function install(): void {
  installIn(HERE);
  const packages = fileURLToPath(new URL('node_modules/', HERE));
  unpack(packTo(`${packages}.cache`), `${packages}limio-offers`);
}
