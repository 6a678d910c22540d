import { screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import { applyStyleSheet } from '../__testUtils__/applyStyleSheet';
import { declared } from '../__testUtils__/declared';
import { renderPart } from '../__testUtils__/renderPart';
import { BarSparkline } from './BarSparkline';
import { DotStrip } from './DotStrip';
import { IntervalStrip } from './IntervalStrip';
import { TrendLine } from './TrendLine';

const scale = { min: 0, max: 16 };

/** A length that is given inline, in percent of the strip. */
function percentOf(element: Element | null, property: string): number {
  return element instanceof HTMLElement
    ? parseFloat(element.style.getPropertyValue(property))
    : NaN;
}

describe.each(['light', 'dark'])('strips in the %s theme', theme => {
  beforeEach(() => {
    document.body.dataset.themeMode = theme;
    for (const name of [
      'StripAxis',
      'IntervalStrip',
      'DotStrip',
      'BarSparkline',
      'TrendLine',
    ]) {
      applyStyleSheet(`strip/${name}.module.css`);
    }
  });
  afterEach(() => {
    delete document.body.dataset.themeMode;
    document.head.replaceChildren();
  });

  it('draws a figure as a dot on its whisker, the target as a pin', () => {
    renderPart(
      <IntervalStrip
        value={4}
        low={2}
        high={12}
        target={8}
        scale={scale}
        label="3.3%, 95% interval 0.9% to 11.2%"
      />,
    );
    const strip = screen.getByRole('img', {
      name: '3.3%, 95% interval 0.9% to 11.2%',
    });
    const whisker = strip.querySelector('.whisker');
    expect(percentOf(whisker, 'inset-inline-start')).toBe(12.5);
    expect(percentOf(whisker, 'inline-size')).toBe(62.5);
    const dot = strip.querySelector('.dot')!;
    expect(percentOf(dot, 'inset-inline-start')).toBe(25);
    expect(declared(dot, 'background')).toBe('var(--bui-accent-bg)');
    const pin = strip.querySelector('.target')!;
    expect(percentOf(pin, 'inset-inline-start')).toBe(50);
    expect(declared(pin, 'border-inline-start')).toContain('--bui-fg-primary');
  });

  it('draws no dot where only the interval is known, no pin without a target', () => {
    renderPart(<IntervalStrip low={0} high={2} scale={scale} label="none" />);
    const strip = screen.getByRole('img', { name: 'none' });
    expect(strip.querySelector('.dot')).not.toBeInTheDocument();
    expect(strip.querySelector('.target')).not.toBeInTheDocument();
    expect(percentOf(strip.querySelector('.whisker'), 'inline-size')).toBe(
      12.5,
    );
  });

  it('draws each of too few values as an open dot', () => {
    renderPart(
      <DotStrip samples={[4, 12]} target={8} scale={scale} label="4 and 12" />,
    );
    const strip = screen.getByRole('img', { name: '4 and 12' });
    const dots = Array.from(strip.querySelectorAll('.sample'));
    expect(dots.map(dot => percentOf(dot, 'inset-inline-start'))).toEqual([
      25, 75,
    ]);
    expect(declared(dots[0], 'background')).toBe('var(--bui-bg-neutral-1)');
    expect(declared(dots[0], 'border')).toContain('var(--bui-accent-bg)');
    expect(
      percentOf(strip.querySelector('.target'), 'inset-inline-start'),
    ).toBe(50);
  });

  it('draws counts as bars from zero, and an unfinished week lighter', () => {
    renderPart(
      <BarSparkline
        bars={[{ value: 0 }, { value: 4 }, { value: 2, partial: true }]}
        label="Between 0 and 4 a week"
      />,
    );
    const bars = Array.from(
      screen.getByRole('img', { name: 'Between 0 and 4 a week' }).children,
    );
    expect(bars.map(bar => percentOf(bar, 'block-size'))).toEqual([0, 100, 50]);
    expect(declared(bars[1], 'background')).toBe('var(--bui-accent-bg)');
    expect(declared(bars[2], 'background')).toContain('color-mix');
    // Nothing happened, but the week was there.
    expect(declared(bars[0], 'min-height')).toBe('1px');
  });

  it('draws no bar higher than the strip where nothing happened at all', () => {
    renderPart(<BarSparkline bars={[{ value: 0 }]} label="none" />);
    expect(
      percentOf(screen.getByRole('img').firstElementChild, 'block-size'),
    ).toBe(0);
  });

  it('breaks a trend at a gap, and ends it with a dot', () => {
    renderPart(
      <TrendLine points={[1, 2, undefined, 4, undefined, 3]} label="up" />,
    );
    const trend = screen.getByRole('img', { name: 'up' });
    const path = trend.querySelector('path')!;
    expect(path.getAttribute('d')!.match(/M/g)).toHaveLength(3);
    expect(path.getAttribute('d')!.match(/L/g)).toHaveLength(1);
    // 4 stands alone, 3 is the last.
    expect(trend.querySelectorAll('circle')).toHaveLength(2);
    expect(declared(path, 'stroke')).toBe('var(--bui-accent-bg)');
  });

  it('keeps a level trend inside its picture', () => {
    renderPart(<TrendLine points={[5, 5, 5]} label="level" />);
    const d = screen.getByRole('img').querySelector('path')!.getAttribute('d')!;
    expect(d).not.toContain('NaN');
    for (const [, y] of d.matchAll(/ (-?[\d.]+)/g)) {
      expect(Number(y)).toBeGreaterThanOrEqual(0);
      expect(Number(y)).toBeLessThanOrEqual(20);
    }
  });

  it('has nothing that axe objects to', async () => {
    const { container } = renderPart(
      <>
        <IntervalStrip value={1} low={0} high={2} scale={scale} label="a" />
        <DotStrip samples={[1]} scale={scale} label="b" />
        <BarSparkline bars={[{ value: 1 }]} label="c" />
        <TrendLine points={[1, 2]} label="d" />
      </>,
    );
    expect(await axe(container)).toHaveNoViolations();
  });
});
