import { figure } from '../__fixtures__/checkoutMetrics';
import { voice } from '../__testUtils__/voice';
import { grounds } from './grounds';
import { windowText } from './windowText';

const speaker = voice();
const rework = figure('rework-rate', {
  unit: 'ratio',
  value: 3 / 61,
  events: 3,
  sampleSize: 61,
  pending: 2,
  window: { from: '2026-05-23T09:23:24.000Z', to: '2026-11-19T09:23:24.000Z' },
});

describe('the time that a figure looks back on', () => {
  it('is told where it is not that of what stands around it', () => {
    expect(windowText({ figure: rework, ...speaker })).toBe(
      '180 days, 23 May to 19 Nov',
    );
  });

  it('counts whole days over a change of the clocks', () => {
    expect(
      windowText({
        figure: {
          window: {
            from: '2026-10-20T22:00:00.000Z',
            to: '2026-10-30T23:00:00.000Z',
          },
        },
        ...speaker,
      }),
    ).toMatch(/^10 days, /);
  });

  it('is not repeated', () => {
    expect(windowText({ figure: {}, ...speaker })).toBeUndefined();
  });

  it('stands behind what was counted', () => {
    expect(grounds({ figure: rework, ...speaker })).toEqual([
      '3 of 61 were unplanned fixes',
      '180 days, 23 May to 19 Nov',
      '2 pending',
    ]);
  });
});
