import { delimiter, dirname } from 'node:path';
import { findProgram } from '../../__testUtils__/findProgram';
import { machineSettings } from './machineSettings';
import type { StackCase } from './StackCase';

/** The Node stack, run by the Node that runs the test: the machine's may be too old. */
export const nodeCase: StackCase = {
  stack: 'node',
  missing: findProgram('npm')
    ? undefined
    : 'npm not found: install it, so that it is on PATH',
  tools: {
    ...machineSettings(),
    PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
  },
  start: { command: process.execPath, args: ['src/main.ts'] },
};
