import { ConfigReader } from '@backstage/config';
import { readSavingsSettings } from './readSavingsSettings';

const read = (savings: object, cost: object = {}) =>
  readSavingsSettings(new ConfigReader({ cost: { ...cost, savings } } as {}));

describe('readSavingsSettings', () => {
  it('has sensible defaults', () => {
    expect(readSavingsSettings(new ConfigReader({}))).toMatchObject({
      currency: 'USD',
      commitmentDiscount: 0.3,
      termMonths: 12,
      spotDiscount: 0.5,
      storage: { standardGibMonth: 0.023 },
    });
  });

  it('reads everything', () => {
    expect(
      read(
        {
          commitmentDiscount: 0.5,
          termMonths: 36,
          spotDiscount: 0.7,
          cpuCoreHour: 0,
          storage: { retrievalGib: 0.02 },
          template: 'template:default/t',
        },
        { currency: 'EUR' },
      ),
    ).toMatchObject({
      currency: 'EUR',
      commitmentDiscount: 0.5,
      termMonths: 36,
      spotDiscount: 0.7,
      prices: { cpuCoreHour: 0, memoryGibHour: 0.0042 },
      storage: { retrievalGib: 0.02, standardGibMonth: 0.023 },
      template: 'template:default/t',
    });
  });

  it.each([
    [{ commitmentDiscount: 30 }, 'commitmentDiscount is 30; write a ratio'],
    [{ spotDiscount: 0 }, 'spotDiscount is 0; write a ratio'],
    [{ termMonths: 24 }, 'termMonths is 24; write 12 or 36'],
    [{ cpuCoreHour: -1 }, 'cpuCoreHour is -1; write a price'],
    [{ storage: { retrievalGib: -1 } }, 'storage.retrievalGib is -1'],
  ])('refuses %j', (savings, message) => {
    expect(() => read(savings)).toThrow(`cost.savings.${message}`);
  });
});
