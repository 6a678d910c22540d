import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { NotFoundError } from '@backstage/errors';
import { findProgram } from '../../__testUtils__/findProgram';
import { freePort } from './freePort';
import { RunningProgram } from './RunningProgram';
import type { DataStore } from './StackCase';

const ATTEMPTS = 10;

/** Whether this machine has a Redis to run. */
export function hasRedis(): boolean {
  return findProgram('redis-server') !== undefined;
}

/** A real Redis of its own, in memory alone. */
export async function openRedis(): Promise<DataStore> {
  const command = findProgram('redis-server');
  if (!command) {
    throw new NotFoundError('redis-server not found: set REDIS_SERVER_BIN');
  }
  const { port, program } = await start(command);
  return {
    address: { host: '127.0.0.1', port },
    upMetric: 'redis_up',
    environment: ({ host, port: at }) => ({
      REDIS_URL: `redis://${host}:${at}/0`,
    }),
    stop: async () => {
      await program.stop();
    },
  };
}

/** Others may take a free port before Redis does. */
async function start(
  command: string,
): Promise<{ port: number; program: RunningProgram }> {
  let output = '';
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const port = await freePort();
    const program = RunningProgram.start({
      command,
      args: ['--bind', '127.0.0.1', '--port', `${port}`, '--save', ''],
      folder: '/',
    });
    let hasEnded = false;
    program.ended.then(() => {
      hasEnded = true;
    });
    while (!hasEnded) {
      if (await accepts(port)) {
        return { port, program };
      }
      await sleep(100);
    }
    ({ output } = program);
  }
  throw new Error(`Redis did not start:\n${output.slice(-6_000)}`);
}

function accepts(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
