import { checkRuntime } from './checks.ts';
import { installed } from './here.ts';
import { worker } from './worker.ts';

const PROGRAM = '@cloudflare/workerd-linux-64/bin/workerd';

checkRuntime('workerd of April 2026', worker(installed(`workerd-2026-04/node_modules/${PROGRAM}`)));
checkRuntime('workerd of November 2026', worker(installed(PROGRAM)));
