import { checkRuntime } from './checks.ts';
import { installed } from './here.ts';
import { lambda } from './lambda.ts';

checkRuntime('Lambda on Node 24', lambda(installed('node-24/bin/node')));
