import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { findFreePort } from '../process/ports.mjs';
import { stopAll } from '../process/stopping.mjs';
import { startPart } from './startPart.mjs';

const folder = mkdtempSync(join(tmpdir(), 'part-'));
after(stopAll);
// what looks after a part may still write to its log while parts are stopped
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

/** A server, started by a program that stays when the server is gone. */
function server(port) {
  const listen = `require('node:http').createServer((_, response) => response.end('up')).listen(${port}, '127.0.0.1', () => console.log('pid ' + process.pid))`;
  return {
    command: process.execPath,
    args: [
      '-e',
      `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(
        listen,
      )}], { stdio: 'inherit' }); setInterval(() => {}, 1000)`,
    ],
  };
}

async function partOn(port, name) {
  const log = join(folder, `${name}.log`);
  const part = startPart({
    name: 'backend',
    needs: { port, what: 'backend', variable: 'PLIMSOLL_BACKEND_PORT' },
    url: `http://127.0.0.1:${port}/`,
    log,
    env: process.env,
    ...server(port),
    revival: {
      everyMs: 20,
      pauseMs: 20,
      patience: 2,
      isBusy: () => false,
    },
  });
  return { part, log };
}

test('a server that was killed is started again', async () => {
  const { part, log } = await partOn(await findFreePort(), 'killed');
  await part.ready();
  const told = [];
  part.watch(sentence => told.push(sentence));
  const [, pid] = /pid (\d+)/.exec(readFileSync(log, 'utf8'));
  process.kill(Number(pid), 'SIGKILL');
  const deadline = Date.now() + 240_000;
  while (told.length < 2) {
    assert.ok(Date.now() < deadline, `it is back after ${told}`);
    await new Promise(resolve => setTimeout(resolve, 20));
  }
  assert.match(
    told[0],
    /^the backend has stopped .*starting it again, 1 of 3$/,
  );
  assert.equal(told[1], 'the backend answers again');
  assert.equal(readFileSync(log, 'utf8').match(/pid \d+/g).length, 2);
});

test('a port that somebody took meanwhile is told in one sentence', async () => {
  const other = createServer((_, response) => {
    response.statusCode = 404;
    response.end();
  });
  await new Promise(resolve => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address();
  const { part } = await partOn(port, 'taken');
  await assert.rejects(part.ready(), error => {
    assert.equal(
      error.message,
      `Port ${port}, which the backend needs, is taken by another program: stop that one, or choose another port with PLIMSOLL_BACKEND_PORT=${
        port + 100
      } npm start.`,
    );
    assert.equal(error.details, undefined);
    return true;
  });
  other.close();
});
