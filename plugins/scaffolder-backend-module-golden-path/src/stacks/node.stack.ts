import { delimiter, dirname } from 'node:path';
import { findProgram } from '../__testUtils__/findProgram';
import { machineSettings } from './__testUtils__/machineSettings';
import { proveStack } from './__testUtils__/proveStack';

proveStack({
  stack: 'node',
  missing: findProgram('npm')
    ? undefined
    : 'npm not found: install it, so that it is on PATH',
  // the Node that runs this test, not the machine's, which may be too old
  tools: {
    ...machineSettings(),
    PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
  },
  start: { command: process.execPath, args: ['src/main.ts'] },
});
