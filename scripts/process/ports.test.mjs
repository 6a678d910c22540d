import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { after, before, test } from 'node:test';
import { Sentence } from '../console/Sentence.mjs';
import {
  findFreePort,
  isPortTaken,
  readPort,
  requireFreePort,
} from './ports.mjs';

const server = createServer();
let taken;

before(async () => {
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  taken = server.address().port;
});
after(() => server.close());

test('a taken port gets a sentence that names it and the way out', async () => {
  await assert.rejects(
    requireFreePort({
      port: taken,
      what: 'front end',
      variable: 'PLIMSOLL_PORT',
    }),
    error =>
      error instanceof Sentence &&
      error.message.includes(`Port ${taken}`) &&
      error.message.includes('front end') &&
      error.message.includes(`PLIMSOLL_PORT=${taken + 100} npm start`),
  );
});

test('a free port is accepted', async () => {
  const port = await findFreePort();
  assert.equal(await isPortTaken(port), false);
  await requireFreePort({ port, what: 'backend', variable: 'X' });
});

test('a program that listens on IPv6 alone takes the port as well', async t => {
  const six = createServer();
  const listening = await new Promise(resolve => {
    six.once('error', () => resolve(false));
    six.listen({ port: 0, host: '::1', ipv6Only: true }, () => resolve(true));
  });
  if (!listening) {
    t.diagnostic('this machine has no IPv6 loopback');
    return;
  }
  assert.equal(await isPortTaken(six.address().port), true);
  six.close();
});

test('a port comes from the environment, else from app-config', () => {
  const read = P => readPort({ env: { P }, variable: 'P', fallback: 3000 });
  assert.equal(read('3100'), 3100);
  assert.equal(read(undefined), 3000);
  assert.equal(read(''), 3000);
  for (const wrong of ['0', '65536', '3000.5', 'http']) {
    assert.throws(() => read(wrong), /from 1 to 65535/);
  }
});
