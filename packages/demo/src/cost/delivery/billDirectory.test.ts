import { mockServices } from '@backstage/backend-test-utils';
import { billDirectory } from './billDirectory';

const find = (sources: object | undefined) =>
  billDirectory(mockServices.rootConfig({ data: { cost: { sources } } as {} }));

describe('billDirectory', () => {
  it('is the folder of the first source of bills that has one', () => {
    expect(
      find({
        cluster: { type: 'opencost', directory: 'elsewhere' },
        store: { type: 'focus', url: 'https://bills.example' },
        bill: { type: 'focus', directory: '../../data/demo-bill' },
        second: { type: 'focus', directory: 'second' },
      }),
    ).toBe('../../data/demo-bill');
  });

  it('is none where there is no such source', () => {
    expect(find({ cluster: { type: 'opencost' } })).toBeUndefined();
    expect(find(undefined)).toBeUndefined();
  });
});
