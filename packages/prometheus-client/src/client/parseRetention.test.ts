import { parseRetention } from './parseRetention';

describe('parseRetention', () => {
  it.each([
    ['15d', 1_296_000],
    ['30d or 10GiB', 2_592_000],
    ['1w3d', 864_000],
    ['10GiB', undefined],
    ['0s', undefined],
    ['', undefined],
  ])('%s', (storageRetention, seconds) => {
    expect(parseRetention({ data: { storageRetention } })).toBe(seconds);
  });

  it.each([
    undefined,
    null,
    {},
    { data: {} },
    { data: { storageRetention: 1 } },
  ])('knows nothing from %j', body => {
    expect(parseRetention(body)).toBeUndefined();
  });
});
