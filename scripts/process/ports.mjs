import { connect, createServer } from 'node:net';
import { Sentence } from '../console/Sentence.mjs';

/**
 * A TCP port on the loopback interface that nobody uses now, below those that
 * the system hands out to others in the meantime.
 */
export async function findFreePort() {
  let fault;
  for (let tries = 0; tries < 100; tries += 1) {
    const port = 10_000 + Math.floor(Math.random() * 20_000);
    const server = createServer();
    const isFree = await new Promise(resolve => {
      server.once('error', error => {
        fault = error;
        resolve(false);
      });
      server.listen(port, '127.0.0.1', () => resolve(true));
    });
    await new Promise(resolve => server.close(resolve));
    if (isFree) {
      return port;
    }
  }
  throw new Sentence(`No port is free on 127.0.0.1: ${fault?.message}`);
}

/**
 * Whether a program on this machine listens on the port, on IPv4 or IPv6.
 *
 * @param {number} port
 */
export async function isPortTaken(port) {
  const answers = await Promise.all(
    ['127.0.0.1', '::1'].map(
      host =>
        new Promise(resolve => {
          const socket = connect({ port, host });
          socket.setTimeout(1000, () => socket.destroy());
          socket.once('connect', () => {
            resolve(true);
            socket.destroy();
          });
          socket.once('error', () => {});
          socket.once('close', () => resolve(false));
        }),
    ),
  );
  return answers.includes(true);
}

/**
 * @param {{ port: number, what: string, variable: string }} options
 *   what: who needs the port; variable: the environment variable that moves it
 * @throws {Sentence} when the port is taken
 */
export async function requireFreePort({ port, what, variable }) {
  if (await isPortTaken(port)) {
    throw portTaken({ port, what, variable });
  }
}

/**
 * Says that a port is taken, and what to do.
 *
 * @param {Parameters<typeof requireFreePort>[0]} options
 * @returns {Sentence}
 */
export function portTaken({ port, what, variable }) {
  return new Sentence(
    `Port ${port}, which the ${what} needs, is taken by another program: stop that one, ` +
      `or choose another port with ${variable}=${port + 100} npm start.`,
  );
}

/**
 * Reads a port from an environment variable.
 *
 * @param {{ env: NodeJS.ProcessEnv, variable: string, fallback: number }} options
 * @throws {Sentence} when the variable holds no port
 */
export function readPort({ env, variable, fallback }) {
  const text = env[variable];
  if (text === undefined || text === '') {
    return fallback;
  }
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Sentence(
      `${variable} is "${text}", which is no port: give a number from 1 to 65535.`,
    );
  }
  return port;
}
