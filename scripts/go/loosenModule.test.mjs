import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loosenModule } from './loosenModule.mjs';

const module = {
  Require: [
    { Path: 'k8s.io/api', Version: 'v0.0.0' },
    { Path: 'k8s.io/klog/v2', Version: 'v2.130.1' },
    { Path: 'example.com/other', Version: 'v0.0.0' },
  ],
  Replace: [
    { Old: { Path: 'k8s.io/api' }, New: { Path: './staging/src/k8s.io/api' } },
    {
      Old: { Path: 'example.com/old', Version: 'v1.0.0' },
      New: { Path: '../old' },
    },
    {
      Old: { Path: 'example.com/fork' },
      New: { Path: 'example.com/ours', Version: 'v1.2.0' },
    },
  ],
};

test('folders that the module does not hold are no replacement, other modules are', () => {
  assert.deepEqual(loosenModule({ module }), [
    '-dropreplace=k8s.io/api',
    '-dropreplace=example.com/old@v1.0.0',
  ]);
});

test('sister modules without a version get that of the release', () => {
  const release = { prefix: 'k8s.io/', version: 'v0.33.0' };
  assert.deepEqual(
    loosenModule({ module: { Require: module.Require }, release }),
    ['-require=k8s.io/api@v0.33.0'],
  );
});

test('a module that can be built alone is left as it is', () => {
  assert.deepEqual(loosenModule({ module: {} }), []);
});
