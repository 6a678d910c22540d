import { screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import { renderPart } from '../__testUtils__/renderPart';
import { CoverageStrip } from './CoverageStrip';

const from = new Date(2026, 10, 3);
const at = (hour: number) => new Date(from.getTime() + hour * 3_600_000);
const range = { from, to: at(10) };

function hatchedOf(container: HTMLElement): Element[] {
  return Array.from(container.querySelectorAll('rect[fill^="url(#"]'));
}

describe('CoverageStrip', () => {
  it.each([
    [[], 1, 'Measured 100.0% of the time, with 0 gaps'],
    [
      [{ from: at(2), to: at(4) }],
      0.8,
      'Measured 80.0% of the time, with 1 gap',
    ],
  ])('says how much was measured', async (gaps, coverage, sentence) => {
    const { container } = renderPart(
      <CoverageStrip range={range} gaps={gaps} coverage={coverage} />,
    );
    expect(screen.getByRole('img', { name: sentence })).toBeInTheDocument();
    expect(hatchedOf(container)).toHaveLength(gaps.length);
    expect(await axe(container)).toHaveNoViolations();
  });

  it('hatches a gap to scale and inside the strip', () => {
    const { container } = renderPart(
      <CoverageStrip
        range={range}
        gaps={[
          { from: at(-5), to: at(1) },
          { from: at(2), to: at(4) },
          { from: at(20), to: at(21) },
        ]}
        coverage={0.7}
      />,
    );
    const measured = container.querySelector('rect.measured')!;
    const total = Number(measured.getAttribute('width'));
    const [cut, whole, ...beyond] = hatchedOf(container);
    expect(beyond).toHaveLength(0);
    expect(cut.getAttribute('x')).toBe(measured.getAttribute('x'));
    expect(Number(cut.getAttribute('width'))).toBeCloseTo(total / 10);
    expect(Number(whole.getAttribute('width'))).toBeCloseTo(total / 5);
  });
});
