import { BAND_NAMES } from '@plimsoll/plugin-stability-common';
import { voice } from '../__testUtils__/voice';
import { bandText } from './bandText';

const set = {
  id: 'dora-2023',
  title: 'DORA 2023',
  year: 2023,
  source: 'Accelerate State of DevOps Report 2023, DORA',
};

describe('the band of a figure', () => {
  const speaker = voice();

  it.each(BAND_NAMES)('%s says whose it is', name => {
    expect(bandText({ figure: { band: { name, set } }, ...speaker })).toBe(
      `DORA 2023: ${name}`,
    );
  });

  it('is nothing where there are none', () => {
    expect(bandText({ figure: {}, ...speaker })).toBeUndefined();
  });
});
