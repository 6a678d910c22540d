import assert from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { ProgramMissing } from '../peers/ProgramMissing.mjs';
import { bringGoPrograms } from './bringGoPrograms.mjs';

const home = mkdtempSync(join(tmpdir(), 'go-'));
const folder = join(home, 'built');
const calls = join(home, 'calls');
after(() => rmSync(home, { recursive: true }));
beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  writeFileSync(calls, '');
});

/** A Go that writes down what it is asked, and downloads a module of one file. */
mkdirSync(join(home, 'path'));
writeFileSync(
  join(home, 'path', 'go'),
  `#!/bin/sh
echo "$@" >> '${calls}'
case "$1 $2" in
  'mod download') mkdir -p "$GOPATH/pkg/mod/example.com/!shop@v1.2.0/rules" ;;
  'mod edit') echo '{}' ;;
esac
`,
);
chmodSync(join(home, 'path', 'go'), 0o755);
const env = { PATH: `${join(home, 'path')}:${process.env.PATH}` };
const program = {
  name: 'shop',
  module: 'example.com/Shop',
  version: 'v1.2.0',
  oldestGo: '1.24',
  commands: ['./cmd/shop'],
  variables: { 'example.com/version.Version': '1.2.0' },
  kept: ['rules'],
  minutes: 1,
};
const builds = () =>
  readFileSync(calls, 'utf8')
    .split('\n')
    .filter(line => line.startsWith('build '));

test('builds a program with its variables, keeps its files and no cache', async () => {
  const brought = await bringGoPrograms({ programs: [program], folder, env });
  assert.deepEqual(builds(), [
    `build -mod=mod -trimpath -ldflags=-s -w -X example.com/version.Version=1.2.0 -o ${brought.bin}/ ./cmd/shop`,
  ]);
  assert.ok(existsSync(join(brought.files, 'shop', 'rules')));
  assert.ok(!existsSync(join(folder, 'go')));
});

test('what was built is built again for another version alone', async () => {
  const bring = changes =>
    bringGoPrograms({ programs: [{ ...program, ...changes }], folder, env });
  await bring({});
  await bring({ minutes: 2 });
  assert.equal(builds().length, 1);
  await bring({ commands: ['./cmd/shop', './cmd/till'] });
  assert.equal(builds().length, 2);
});

test('of a module without commands only the files are kept', async () => {
  const brought = await bringGoPrograms({
    programs: [{ ...program, commands: [] }],
    folder,
    env,
  });
  assert.deepEqual(builds(), []);
  assert.ok(existsSync(join(brought.files, 'shop', 'rules')));
});

test('without Go it says so, unless all is built', async () => {
  const without = { PATH: home };
  await assert.rejects(
    bringGoPrograms({ programs: [program], folder, env: without }),
    error => {
      assert.ok(error instanceof ProgramMissing);
      assert.match(
        error.message,
        /shop v1\.2\.0 has to be built, .* install Go 1\.24/,
      );
      return true;
    },
  );
  await bringGoPrograms({ programs: [program], folder, env });
  await bringGoPrograms({ programs: [program], folder, env: without });
});
