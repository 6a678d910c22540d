import { mockServices } from '@backstage/backend-test-utils';
import { readBands } from './readBands';

const read = (bands?: string) =>
  readBands(
    mockServices.rootConfig({
      data: { stability: bands === undefined ? {} : { bands } },
    }),
  );

describe('readBands', () => {
  it('has none unless they are switched on', () => {
    expect(read()).toBeUndefined();
    expect(read('dora-2023')).toMatchObject({ title: 'DORA 2023', year: 2023 });
  });

  it('refuses bands without a year', () => {
    expect(() => read('dora')).toThrow(
      "stability.bands is 'dora'; there are dora-2023 and dora-2021",
    );
  });
});
