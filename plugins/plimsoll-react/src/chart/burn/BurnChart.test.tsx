import { screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import { renderPart } from '../../__testUtils__/renderPart';
import { BurnChart } from './BurnChart';
import { burnScale } from './burnScale';

const from = new Date(2026, 10, 3, 6);
const at = (hour: number) => new Date(from.getTime() + hour * 3_600_000);
const range = { from, to: at(6) };
const points = [
  { at: at(0), value: 0.4 },
  { at: at(1), value: 384 },
  { at: at(2) },
  { at: at(3), value: 1.2 },
];
const thresholds = [
  { factor: 6, severity: 'page' as const },
  { factor: 14.4, severity: 'page' as const },
];

describe('BurnChart', () => {
  it('says how fast it burned, and when', () => {
    renderPart(
      <BurnChart range={range} points={points} thresholds={thresholds} />,
    );
    expect(screen.getByRole('img')).toHaveAccessibleName(
      /^The fastest burn was 384\u00d7 at Tue,? 3 Nov,? 07:00; now 1\.2\u00d7\.$/,
    );
  });

  it('names each threshold at its line: solid, dotted, dashed', () => {
    renderPart(
      <BurnChart range={range} points={points} thresholds={thresholds} />,
    );
    const looks = ['1\u00d7 even', '6\u00d7 page', '14.4\u00d7 page'].map(
      name =>
        screen
          .getByText(name)
          .parentElement!.querySelector('path')!
          .getAttribute('data-look'),
    );
    expect(looks).toEqual(['solid', 'dotted', 'dashed']);
  });

  it('names the peak only where it would page', () => {
    const { rerender } = renderPart(
      <BurnChart range={range} points={points} thresholds={thresholds} />,
    );
    expect(screen.getByText('384\u00d7')).toBeInTheDocument();
    rerender(
      <BurnChart
        range={range}
        points={[{ at: at(1), value: 5.9 }]}
        thresholds={thresholds}
      />,
    );
    expect(screen.queryByText('5.9\u00d7')).not.toBeInTheDocument();
  });

  it('breaks the line at a gap', () => {
    renderPart(
      <BurnChart range={range} points={points} thresholds={thresholds} />,
    );
    const line = screen
      .getByRole('img')
      .querySelector(':scope > g > path.line')!;
    expect(line.getAttribute('d')!.match(/M/g)).toHaveLength(2);
  });

  it('has nothing that axe objects to', async () => {
    const { container } = renderPart(
      <BurnChart range={range} points={points} thresholds={thresholds} />,
    );
    expect(await axe(container)).toHaveNoViolations();
  });
});

describe('burnScale', () => {
  it('gives each power of ten the same room', () => {
    const { y, ticks } = burnScale({ points, bottom: 134 });
    expect(ticks.map(tick => Number(tick.toFixed(3)))).toEqual([
      1000, 100, 10, 1, 0.1,
    ]);
    expect(y(1000)).toBeCloseTo(10);
    expect(y(0.1)).toBeCloseTo(134);
    expect(y(1) - y(10)).toBeCloseTo(y(10) - y(100));
  });

  it('reaches to 100 at least and never below 0.1', () => {
    const { y, ticks } = burnScale({ points: [], bottom: 134 });
    expect(ticks[0]).toBe(100);
    expect(y(0)).toBeCloseTo(134);
  });
});
