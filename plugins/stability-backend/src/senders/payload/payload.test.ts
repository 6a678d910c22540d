import { toUSVString } from 'node:util';
import fc from 'fast-check';
import { webUrl } from './fields';
import { foldersOf } from './foldersOf';
import { imageVersion } from './images';
import { isVersion } from './isVersion';
import { observationId } from './observationId';
import { oneLine } from './oneLine';
import { parseJson } from './parseJson';
import { readInstant } from './readInstant';
import { saysUnplanned } from './saysUnplanned';

describe('readInstant', () => {
  it.each([
    ['2026-11-20T14:08:31Z', '2026-11-20T14:08:31.000Z'],
    ['2026-11-20T14:08:31.315384Z', '2026-11-20T14:08:31.315Z'],
    ['2026-11-20T14:08:31.123999999Z', '2026-11-20T14:08:31.123Z'],
    ['2026-11-20T16:08:31+02:00', '2026-11-20T14:08:31.000Z'],
    ['2021-04-28 21:50:00 +0200', '2021-04-28T19:50:00.000Z'],
    ['2021-04-28 21:50:00 UTC', '2021-04-28T21:50:00.000Z'],
    ['0001-01-01T00:00:00Z', undefined],
    ['1999-12-31T23:59:59Z', undefined],
    ['2200-01-01T00:00:00Z', undefined],
    ['yesterday', undefined],
    ['', undefined],
    ['2026-13-01T00:00:00Z', undefined],
  ])('%s is %s', (text, expected) => {
    expect(readInstant(text)).toBe(expected);
  });

  it('reads every instant that JavaScript writes', () => {
    fc.assert(
      fc.property(
        fc.date({
          min: new Date('2000-01-01T00:00:00Z'),
          max: new Date('2199-12-31T23:59:59Z'),
          noInvalidDate: true,
        }),
        date => {
          expect(readInstant(date.toISOString())).toBe(date.toISOString());
        },
      ),
    );
  });
});

describe('isVersion', () => {
  it.each([
    'v2.31.0',
    '1.0.0-rc.1',
    '2026.11.20-4',
    'release-7',
    'v3',
    '1.2.3+b4',
  ])('%s is one', ref => expect(isVersion(ref)).toBe(true));
  it.each([
    'main',
    'latest',
    'feature/v2',
    '',
    'stable',
    'v',
    'release-',
    '8f14e45f',
  ])('%p is none', ref => expect(isVersion(ref)).toBe(false));
});

describe('imageVersion', () => {
  it.each([
    [
      ['shop/checkout:v2', 'envoy:v1.30'],
      'checkout',
      'v2',
      ['shop/checkout:v2'],
    ],
    [
      ['shop/checkout:v2', 'envoy:v1.30'],
      'checkout-prod',
      'v2',
      ['shop/checkout:v2'],
    ],
    // a proxy with a digest says nothing about the service
    [
      ['shop/checkout:v2', 'envoy@sha256:3'],
      'checkout',
      'v2',
      ['shop/checkout:v2'],
    ],
    [['shop/other:v2'], 'checkout', 'v2', ['shop/other:v2']],
    [
      ['shop/other:v2', 'envoy:v1.30'],
      'checkout',
      undefined,
      ['envoy:v1.30', 'shop/other:v2'],
    ],
    [['shop/checkout:latest'], 'checkout', undefined, ['shop/checkout:latest']],
    [['localhost:5000/shop/checkout'], 'checkout', undefined, undefined],
    [
      ['b@sha256:2', 'a:v1@sha256:1', 'a:v1@sha256:1'],
      'a',
      'v1',
      ['a:v1@sha256:1', 'b@sha256:2'],
    ],
    [[], 'checkout', undefined, undefined],
  ])('%j of %s', (images, called, version, artifacts) => {
    expect(imageVersion({ images, called })).toEqual({
      version,
      artifacts,
      commitSha: undefined,
    });
  });

  it.each([
    ['3f2a91c', '3f2a91c'],
    ['main-8f14e45', '8f14e45'],
    [
      'sha-8f14e45fceea167a5a36dedd4bea2543aaaaaaaa',
      '8f14e45fceea167a5a36dedd4bea2543aaaaaaaa',
    ],
    ['v1.2.3', undefined],
    ['20261120', undefined],
    ['main-20261120', undefined],
    ['feedbee', undefined],
    ['main', undefined],
  ])('the commit of the tag %s is %s', (tag, commitSha) => {
    const images = [`shop/checkout:${tag}`];
    expect(imageVersion({ images, called: 'checkout' }).commitSha).toBe(
      commitSha,
    );
  });
});

describe('observationId', () => {
  it('joins, is one line, and stays apart where it is too long', () => {
    expect(observationId('github', 'deployment', 42)).toBe(
      'github:deployment:42',
    );
    expect(observationId('x', 'a\u0000b\nc')).toBe('x:a b c');
    const long = 'y'.repeat(1_000);
    const ids = [
      observationId('x', `${long}1`),
      observationId('x', `${long}2`),
    ];
    expect(ids[0]).not.toBe(ids[1]);
    expect(ids[0].length).toBeLessThan(450);
    const cut = observationId('x', '\u{1f680}'.repeat(400));
    expect(toUSVString(cut)).toBe(cut);
  });
});

describe('oneLine', () => {
  it('cuts and takes control characters out', () => {
    expect(oneLine('  a\r\n\tb\u0000 ', 10)).toBe('a b');
    expect(oneLine('abcdef', 4)).toBe('abc…');
    // half of a rocket
    expect(oneLine('ab\u{1f680}cdef', 4)).toBe('ab\ufffd…');
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.integer({ min: 1, max: 50 }),
        (text, length) => {
          const line = oneLine(text, length);
          expect(line.length).toBeLessThanOrEqual(length);
          // eslint-disable-next-line no-control-regex
          expect(line).not.toMatch(/[\u0000-\u001f]/);
          expect(toUSVString(line)).toBe(line);
        },
      ),
    );
  });
});

describe('webUrl', () => {
  it.each([
    ['https://example.com/a?b=c', 'https://example.com/a?b=c'],
    ['http://10.0.0.1:9090/graph', 'http://10.0.0.1:9090/graph'],
    // eslint-disable-next-line no-script-url
    ['javascript:alert(1)', undefined],
    ['data:text/html,x', undefined],
    ['https://user:password@example.com/', undefined],
    ['/relative', undefined],
    ['', undefined],
    [`https://example.com/${'x'.repeat(2_000)}`, undefined],
  ])('%s', (text, expected) => {
    expect(webUrl(text)).toBe(expected);
  });
});

describe('parseJson', () => {
  it('parses what JSON parses, up to a depth', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), text => {
        expect(parseJson(Buffer.from(text))).toEqual(JSON.parse(text));
      }),
    );
    expect(parseJson(Buffer.from('["[[[\\"[", "{"]'))).toEqual(['[[["[', '{']);
    const nested = (depth: number) =>
      Buffer.from('['.repeat(depth) + ']'.repeat(depth));
    expect(() => parseJson(nested(64))).not.toThrow();
    expect(() => parseJson(nested(65))).toThrow(
      'body: it nests deeper than 64',
    );
    // brackets in a text do not count, and those side by side neither
    expect(() =>
      parseJson(Buffer.from(JSON.stringify('['.repeat(99)))),
    ).not.toThrow();
    expect(() =>
      parseJson(Buffer.from(`[${'[],'.repeat(99)}0]`)),
    ).not.toThrow();
  });

  it('does not quote what it cannot parse', () => {
    expect(() => parseJson(Buffer.from('my-secret'))).toThrow(
      expect.not.objectContaining({
        message: expect.stringContaining('secret'),
      }),
    );
  });
});

describe('foldersOf and saysUnplanned', () => {
  it('names each folder once', () => {
    expect(foldersOf(['a/b/c.ts', 'a/b/d.ts', 'e.ts', 'a/f.ts'])).toEqual([
      '.',
      'a',
      'a/b',
    ]);
    expect(
      foldersOf(Array.from({ length: 999 }, (_, index) => `${index}/x`)),
    ).toHaveLength(200);
  });

  it.each([
    [['hotfix/cart'], true],
    [['type: Hotfix'], true],
    [['incident-482'], true],
    [['feature/coincidental', 'bug'], undefined],
    [[], undefined],
  ])('%j says that nobody planned it: %p', (names, expected) => {
    expect(saysUnplanned(names)).toBe(expected);
  });
});

describe('foldersOf', () => {
  it('names the upper parts of many, so that no service is left out', () => {
    const folders = foldersOf(
      Array.from(
        { length: 300 },
        (_, index) => `services/s${index % 60}/src/part-${index}/file.ts`,
      ),
    );
    expect(folders).toHaveLength(60);
    expect(folders).toContain('services/s59/src');
  });
});
