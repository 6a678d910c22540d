import { mockServices } from '@backstage/backend-test-utils';
import { billDirectory } from './billDirectory';

const find = (sources: object | undefined) =>
  billDirectory(mockServices.rootConfig({ data: { cost: { sources } } as {} }));

describe('billDirectory', () => {
  it("is the folder of the demo's own source alone", () => {
    expect(
      find({
        cluster: { type: 'opencost', directory: 'elsewhere' },
        own: { type: 'focus', directory: '/var/lib/bills' },
        bill: { type: 'demo-bill', directory: '../../data/demo-bill' },
        second: { type: 'demo-bill', directory: 'second' },
      }),
    ).toBe('../../data/demo-bill');
  });

  it('is none where there is no such source', () => {
    expect(find({ cluster: { type: 'opencost' } })).toBeUndefined();
    expect(
      find({ own: { type: 'focus', directory: '/var/lib/bills' } }),
    ).toBeUndefined();
    expect(find(undefined)).toBeUndefined();
  });
});
