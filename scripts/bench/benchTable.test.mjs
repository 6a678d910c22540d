import assert from 'node:assert/strict';
import { test } from 'node:test';
import { benchTable, isMissed } from './benchTable.mjs';

const figure = {
  bench: 'start',
  figure: 'second start',
  value: 27.31,
  unit: 's',
};

test('a target is met at its edge and missed beyond it', () => {
  assert.equal(isMissed({ ...figure, target: { atMost: 27.31 } }), false);
  assert.equal(isMissed({ ...figure, target: { atMost: 27.3 } }), true);
  assert.equal(isMissed({ ...figure, target: { atLeast: 27.31 } }), false);
  assert.equal(isMissed({ ...figure, target: { atLeast: 27.4 } }), true);
  assert.equal(isMissed(figure), false);
});

test('what could not be measured has missed its target', () => {
  assert.equal(isMissed({ value: NaN, target: { atMost: 1 } }), true);
  assert.equal(isMissed({ value: NaN, target: { atLeast: 1 } }), true);
});

test('each figure has a row with its target and verdict', () => {
  const [head, met, missed, free] = benchTable([
    { ...figure, target: { atMost: 40 } },
    { ...figure, target: { atMost: 20 } },
    { ...figure, figure: 'memory', value: 512.4, unit: 'MB' },
  ]).split('\n');
  assert.match(head, /^bench +figure +value +target +verdict$/);
  assert.match(met, /^start +second start +27\.3 s +<= 40 s +met$/);
  assert.match(missed, /MISSED$/);
  assert.match(free, /memory +512 MB +- +-$/);
});
