import { hrefAt } from './hrefAt';

const at = (minute: number) => new Date(2026, 10, 3, 5, minute);
const instants = [at(0), at(10), at(20)];
const mark = (minute: number, href?: string) => ({
  id: String(minute),
  at: at(minute),
  kind: 'clean',
  title: 'v2',
  glyph: <circle r="4" />,
  href,
});
const lane = (...markers: ReturnType<typeof mark>[]) => ({
  id: 'deployments',
  title: 'Deployments',
  failed: false,
  markers,
});

describe('hrefAt', () => {
  const lanes = [lane(mark(8, '/a'), mark(16, '/b')), lane(mark(11, '/c'))];

  it('is the page of the nearest mark at the point', () => {
    expect(hrefAt({ index: 1, instants, lanes })).toBe('/c');
    expect(hrefAt({ index: 2, instants, lanes })).toBe('/b');
    expect(hrefAt({ index: 0, instants, lanes })).toBeUndefined();
  });

  it('passes by a mark without a page', () => {
    expect(
      hrefAt({ index: 1, instants, lanes: [lane(mark(10), mark(8, '/a'))] }),
    ).toBe('/a');
  });
});
