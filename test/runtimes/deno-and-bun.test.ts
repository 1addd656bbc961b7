import { checkRuntime } from './checks.ts';
import { bun, deno } from './deno-and-bun.ts';

checkRuntime('Deno', deno);
checkRuntime('Bun', bun);
