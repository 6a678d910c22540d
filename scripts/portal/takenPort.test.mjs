import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { takenPort } from './takenPort.mjs';

test('the port that Node says is in use', async () => {
  const first = createServer();
  await new Promise(resolve => first.listen(0, '127.0.0.1', resolve));
  const { port } = first.address();
  const error = await new Promise(resolve => {
    createServer().once('error', resolve).listen(port, '127.0.0.1');
  });
  first.close();
  assert.equal(takenPort(`at the start\n${error.stack}\nNode.js v24`), port);
});

test('the port of a server on every address', () => {
  assert.equal(
    takenPort('Error: listen EADDRINUSE: address already in use :::7007'),
    7007,
  );
});

test('a log of anything else gives none', () => {
  assert.equal(takenPort('Listening on :7007'), undefined);
});
