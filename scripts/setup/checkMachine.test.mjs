import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Sentence } from '../console/Sentence.mjs';
import { checkMachine, thisMachine } from './checkMachine.mjs';

const linux = {
  platform: 'linux',
  arch: 'x64',
  nodeVersion: 'v20.20.2',
  hasGlibc: true,
};

function refusal(machine) {
  try {
    checkMachine({ ...linux, ...machine });
  } catch (error) {
    assert.ok(error instanceof Sentence);
    return error.message;
  }
  return undefined;
}

test('the machine that runs this test is accepted', () => {
  checkMachine(thisMachine());
});

for (const machine of [
  {},
  { arch: 'arm64' },
  { nodeVersion: 'v18.0.0' },
  { platform: 'darwin', arch: 'arm64' },
  { platform: 'darwin', arch: 'x64', nodeVersion: 'v26.1.0' },
]) {
  test(`accepts ${JSON.stringify(machine)}`, () => {
    assert.equal(refusal(machine), undefined);
  });
}

test('sends Windows to WSL', () => {
  assert.match(refusal({ platform: 'win32' }), /inside WSL/);
});

test('says which Node is too old, and which is not', () => {
  assert.match(
    refusal({ nodeVersion: 'v16.20.2' }),
    /v16\.20\.2 is too old.*Node 18/,
  );
});

test('asks for Node 24 where npm has none', () => {
  for (const machine of [{ arch: 'riscv64' }, { hasGlibc: false }]) {
    assert.match(refusal(machine), /install Node 24 yourself/);
    assert.equal(refusal({ ...machine, nodeVersion: 'v24.3.0' }), undefined);
  }
});
