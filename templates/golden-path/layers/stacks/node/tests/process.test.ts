/** The service as a process of its own, as the container starts it. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createConnection, createServer, type AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { after, test } from 'node:test';

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

function start(env: NodeJS.ProcessEnv) {
  const child = spawn(process.execPath, ['src/main.ts'], { env: { ...process.env, ...env } });
  after(() => child.kill('SIGKILL'));
  const messages: string[] = [];
  const waiting = new Map<string, () => void>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    const { message } = JSON.parse(line) as { message: string };
    messages.push(message);
    waiting.get(message)?.();
  });
  let errors = '';
  child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, errors }));
  /** Waits for a line of the log, or for the end of the process. */
  const logged = async (message: string) => {
    if (!messages.includes(message)) {
      await Promise.race([
        new Promise<void>((resolve) => waiting.set(message, resolve)),
        ended.then(({ code }) => assert.fail(`ended with ${code}: ${errors}`)),
      ]);
    }
  };
  return { child, ended, logged };
}

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  test(`finishes what it began and ends with 0 on ${signal}`, async () => {
    const port = await findFreePort();
    const { child, ended, logged } = start({ PORT: String(port) });
    await logged('listening');

    const body = '{"name":"Mug"}';
    const connection = createConnection({ host: '127.0.0.1', port });
    let answer = '';
    connection.on('data', (data) => (answer += data.toString()));
    connection.write(
      'PUT /api/items/a HTTP/1.1\r\nhost: here\r\nexpect: 100-continue\r\n' +
        `content-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`,
    );
    // it waits for the body: the request is in flight
    while (!answer.includes('100 Continue')) {
      await once(connection, 'data');
    }
    child.kill(signal);
    await logged('ending');
    child.kill(signal);
    connection.write(body);
    await once(connection, 'close');
    assert.match(answer, /HTTP\/1\.1 200 OK[^]*\{"id":"a","name":"Mug"\}/);
    assert.deepEqual(await ended, { code: 0, errors: '' });
  });
}

test('cuts off what takes longer than the grace', async () => {
  const port = await findFreePort();
  const { child, ended, logged } = start({
    PORT: String(port),
    FAULTS_ENABLED: 'true',
    SHUTDOWN_GRACE_SECONDS: '1',
  });
  await logged('listening');
  const connection = createConnection({ host: '127.0.0.1', port });
  connection.on('error', () => undefined);
  connection.write('PUT /api/items/a HTTP/1.1\r\nhost: here\r\nexpect: 100-continue\r\n');
  connection.write('content-type: application/json\r\ncontent-length: 14\r\n\r\n');
  await once(connection, 'data');
  child.kill('SIGTERM');
  assert.equal((await ended).code, 1);
});

test('ends with a sentence where the environment is wrong', async () => {
  assert.deepEqual(await start({ PORT: 'many' }).ended, {
    code: 1,
    errors: 'The environment variable PORT must be a whole number from 1 to 65535.\n',
  });
});

test('ends with a sentence where the port is taken', async () => {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const { code, errors } = await start({ PORT: String(port) }).ended;
  server.close();
  assert.equal(code, 1);
  assert.match(errors, /EADDRINUSE[^\n]*\n$/);
});
