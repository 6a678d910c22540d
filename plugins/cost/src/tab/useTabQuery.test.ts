import { readTabQuery, writeTabQuery } from './useTabQuery';

describe('the address of the tab', () => {
  const read = (query: string) => readTabQuery(new URLSearchParams(query));

  it('takes nonsense for usual', () => {
    expect(read('metric=guess&range=1y')).toEqual({
      metric: 'effective',
      range: '30d',
      explain: undefined,
      saving: undefined,
    });
  });

  it('takes a currency for one, and nothing else', () => {
    expect(read('currency=EUR').currency).toBe('EUR');
    expect(read('currency=euro')).not.toHaveProperty('currency');
  });

  it('keeps what is not its own, and leaves out what is usual', () => {
    const next = writeTabQuery(
      new URLSearchParams('other=1&metric=billed&explain=total'),
      { metric: 'effective', range: '90d', explain: undefined },
    );
    expect(next.toString()).toBe('other=1&range=90d');
    expect(read(next.toString()).range).toBe('90d');
  });

  it('changes only what it is told', () => {
    const next = writeTabQuery(new URLSearchParams('explain=total'), {
      metric: 'list',
    });
    expect(next.toString()).toBe('explain=total&metric=list');
  });
});
