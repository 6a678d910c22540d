import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { doOnce, fingerprint } from './fingerprint.mjs';

const folder = mkdtempSync(join(tmpdir(), 'fingerprint-'));
const file = join(folder, 'lock');
const stamp = join(folder, 'result', 'stamp');

beforeEach(() => {
  writeFileSync(file, 'one');
  rmSync(join(folder, 'result'), { recursive: true, force: true });
});
after(() => rmSync(folder, { recursive: true }));

test('changes with a file and with a word, and is the same otherwise', () => {
  const before = fingerprint({ files: [file], words: ['linux'] });
  assert.equal(fingerprint({ files: [file], words: ['linux'] }), before);
  assert.notEqual(fingerprint({ files: [file], words: ['darwin'] }), before);
  writeFileSync(file, 'two');
  assert.notEqual(fingerprint({ files: [file], words: ['linux'] }), before);
});

test('work is done again only for another fingerprint, or when it failed', async () => {
  const done = [];
  const once = (print, work = async () => done.push(print)) =>
    doOnce({ stamp, print: () => print, work });

  await once('a');
  await once('a');
  assert.deepEqual(done, ['a']);

  await assert.rejects(
    once('b', async () => {
      throw new Error('no network');
    }),
  );
  await once('b');
  await once('b');
  assert.deepEqual(done, ['a', 'b']);
});

test('work is done again when its result was deleted with its stamp', async () => {
  let times = 0;
  const once = () =>
    doOnce({ stamp, print: () => 'a', work: async () => (times += 1) });
  await once();
  rmSync(join(folder, 'result'), { recursive: true });
  await once();
  assert.equal(times, 2);
});

test('work that puts its own files in order is not done again for that', async () => {
  let times = 0;
  const once = () =>
    doOnce({
      stamp,
      print: () => fingerprint({ files: [file] }),
      work: async () => {
        times += 1;
        writeFileSync(file, 'in order');
      },
    });
  await once();
  await once();
  assert.equal(times, 1);
});
