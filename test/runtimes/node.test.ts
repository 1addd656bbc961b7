import { checkRuntime } from './checks.ts';
import { installed } from './here.ts';
import { node } from './node.ts';

checkRuntime(`Node ${process.versions.node}`, node(process.execPath));
checkRuntime('Node 22', node(installed('node-22/bin/node')));
checkRuntime('Node 24', node(installed('node-24/bin/node')));
