import { QueryLength, SHORT_QUERY_BYTES } from './QueryLength';

describe('QueryLength', () => {
  it('is long, short for an hour after a refusal, and long again', () => {
    let now = 0;
    const length = QueryLength.create({ now: () => now });
    const long = length.maxBytes;
    expect(long).toBeGreaterThan(3 * SHORT_QUERY_BYTES);
    length.refused();
    now = 3_599_999;
    expect(length.maxBytes).toBe(SHORT_QUERY_BYTES);
    now = 3_600_000;
    expect(length.maxBytes).toBe(long);
  });
});
