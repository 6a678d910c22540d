import type { JsonObject } from '@backstage/types';
import { validSlo } from '../__fixtures__/validDocuments';
import { faultsOf, warningsOf } from '../__fixtures__/faultsOf';
import { parseOpenSloDocument } from '../parseDocument';

const withMetadata = (metadata: JsonObject) => ({
  ...validSlo(),
  metadata: { name: 'a', ...metadata },
});

describe('metadata', () => {
  it('keeps labels of text and of lists, and annotations', () => {
    const metadata = {
      name: 'a',
      displayName: 'A name',
      labels: { team: ['payments', 'platform'], tier: 'one or two', empty: '' },
      annotations: { note: 'free text', 'openslo.com/kept': 'x' },
    };
    expect(parseOpenSloDocument(withMetadata(metadata)).document).toMatchObject(
      { metadata },
    );
  });

  it.each([
    ['a', true],
    ['a-b-9', true],
    ['x'.repeat(63), true],
    ['x'.repeat(64), false],
    ['-a', false],
    ['a-', false],
    ['A', false],
    ['a.b', false],
    ['a_b', false],
    ['ä', false],
  ])('name %p is valid: %p', (name, valid) => {
    expect(faultsOf(withMetadata({ name }))).toHaveLength(valid ? 0 : 1);
  });

  it.each([
    [
      { name: 7 },
      'metadata.name: is a number where text belongs (put it in quotes)',
    ],
    [{ name: '' }, 'metadata.name: is empty'],
    [{ name: null }, 'metadata.name: is missing'],
    [
      { displayName: ['a'] },
      'metadata.displayName: is a list where text belongs',
    ],
    [
      { displayName: 'x'.repeat(256) },
      'metadata.displayName: is longer than 255',
    ],
    [{ labels: ['a'] }, 'metadata.labels: is a list where a mapping belongs'],
    [
      { labels: { tier: 1 } },
      'metadata.labels.tier: is a number where text belongs (put it in quotes)',
    ],
    [
      { labels: { team: ['a', 2] } },
      'metadata.labels.team[1]: is a number where text',
    ],
    [{ labels: { 'a/b': 'c' } }, 'metadata.labels["a/b"]: is no label key'],
    [
      { annotations: { ok: { a: 1 } } },
      'metadata.annotations.ok: is a mapping where text belongs',
    ],
    [
      { annotations: { 'no key': 'x' } },
      'metadata.annotations["no key"]: is no annotation key',
    ],
    [{ namespace: 'My Space' }, 'metadata.namespace: is no name'],
  ])('refuses %j', (metadata, fault) => {
    expect(faultsOf(withMetadata(metadata))).toEqual([
      expect.stringContaining(fault),
    ]);
  });

  it('takes what is set to nothing as not set', () => {
    expect(
      parseOpenSloDocument(
        withMetadata({ displayName: null, labels: { team: null } }),
      ),
    ).toMatchObject({ document: { metadata: { name: 'a', labels: {} } } });
  });

  it('warns of a display name that some tools refuse', () => {
    expect(warningsOf(withMetadata({ displayName: 'x'.repeat(63) }))).toEqual(
      [],
    );
    const displayName = 'x'.repeat(64);
    expect(warningsOf(withMetadata({ displayName }))).toEqual([
      'metadata.displayName: is longer than 63 characters; some OpenSLO tools refuse that',
    ]);
  });

  it('knows none of Backstage inside another document', () => {
    const document = validSlo({
      indicator: {
        metadata: { name: 'a', namespace: 'shop' },
        spec: { thresholdMetric: { metricSource: { spec: { query: 'x' } } } },
      },
      objectives: [{ target: 0.9, op: 'lt', value: 1 }],
    });
    expect(faultsOf(document)).toEqual([
      'spec.indicator.metadata.namespace: is not known here; remove it, or say it in metadata.annotations',
    ]);
  });
});
