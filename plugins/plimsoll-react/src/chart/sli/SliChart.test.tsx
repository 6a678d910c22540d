import { screen } from '@testing-library/react';
import { renderPart } from '../../__testUtils__/renderPart';
import { ninesScale } from './ninesScale';
import { SliChart } from './SliChart';

const from = new Date(2026, 10, 3, 6);
const at = (hour: number) => new Date(from.getTime() + hour * 3_600_000);
const range = { from, to: at(6) };

describe('SliChart', () => {
  it.each([
    [
      [0.9995, undefined, 0.998, 0.97],
      '2 of 3 points lie below the target of 99.9%.',
    ],
    [[0.998], '1 of 1 point lies below the target of 99.9%.'],
    [[0.999], '0 of 1 point lies below the target of 99.9%.'],
    [[undefined], 'Nothing was measured in this time.'],
  ])('says of %p: %p', (values, sentence) => {
    renderPart(
      <SliChart
        range={range}
        points={values.map((value, index) => ({ at: at(index), value }))}
        target={0.999}
        targetText="99.9%"
      />,
    );
    expect(screen.getByRole('img', { name: sentence })).toBeInTheDocument();
    expect(screen.getByText('target 99.9%')).toBeInTheDocument();
  });
});

describe('ninesScale', () => {
  const scale = ninesScale({
    points: [{ at: from, value: 0.95 }],
    target: 0.999,
    bottom: 130,
  });

  it('gives each nine the same room and puts all good above them', () => {
    expect(scale.ticks.map(tick => Number(tick.toFixed(6)))).toEqual([
      0.9, 0.99, 0.999, 0.9999, 1,
    ]);
    const nines = [0.9, 0.99, 0.999, 0.9999].map(scale.y);
    expect(nines[0]).toBeCloseTo(130);
    expect(nines[0] - nines[1]).toBeCloseTo(nines[1] - nines[2]);
    expect(nines[1] - nines[2]).toBeCloseTo(nines[2] - nines[3]);
    expect(scale.y(1)).toBeLessThan(nines[3]);
  });
});
