import { ConfigReader } from '@backstage/config';
import { createFocusFactory } from './createFocusFactory';
import { readFocusLimits } from './FocusLimits';

describe('createFocusFactory', () => {
  const placeOf = jest.fn();
  const create = (config: object) =>
    createFocusFactory({ config: new ConfigReader({}), placeOf }).create({
      name: 'bill',
      config: new ConfigReader(config as {}),
    });

  it('makes a source of a directory or of an address', () => {
    expect(create({ directory: '/bills', settleDays: 3 })).toMatchObject({
      kind: 'bill',
      source: { name: 'bill', settleDays: 3 },
    });
    expect(placeOf).not.toHaveBeenCalled();
    create({ url: 'https://bills.example.com/{month}.csv', months: 6 });
    expect(placeOf).toHaveBeenCalledWith({
      url: 'https://bills.example.com/{month}.csv',
      key: 'cost.sources.bill.url',
      months: 6,
    });
  });

  it.each([[{}], [{ directory: '/bills', url: 'https://a/b.csv' }]])(
    'says what is wrong with %j',
    config => {
      expect(() => create(config)).toThrow(
        "cost.sources.bill needs either 'directory'",
      );
    },
  );

  it('reads limits in their units', () => {
    expect(
      readFocusLimits(
        new ConfigReader({
          limits: {
            megabytes: 2,
            memoryMegabytes: 64,
            spillMegabytes: 5,
            threads: 1,
            seconds: 9,
          },
        }),
      ),
    ).toEqual({
      bytes: 2 * 1024 ** 2,
      memoryMiB: 64,
      spillMiB: 5,
      threads: 1,
      seconds: 9,
    });
    expect(readFocusLimits(new ConfigReader({}))).toMatchObject({
      memoryMiB: 512,
      threads: 2,
    });
  });
});
