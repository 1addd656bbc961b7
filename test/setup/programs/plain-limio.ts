import { plainLimio } from '../plain-limio.ts';

console.log(await plainLimio());
