import { screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import { applyStyleSheet } from '../__testUtils__/applyStyleSheet';
import { declared } from '../__testUtils__/declared';
import { renderPart } from '../__testUtils__/renderPart';
import { ChangeStrip, changeScale } from './ChangeStrip';

describe.each(['light', 'dark'])('a change in the %s theme', theme => {
  beforeEach(() => {
    document.body.dataset.themeMode = theme;
    applyStyleSheet('strip/ChangeStrip.module.css');
  });
  afterEach(() => {
    delete document.body.dataset.themeMode;
    document.head.replaceChildren();
  });

  const percent = (selector: string, property: string) =>
    parseFloat(
      screen
        .getByRole('img')
        .querySelector<HTMLElement>(selector)!
        .style.getPropertyValue(property),
    );

  it('is a dot on its whisker beside the line of no change', async () => {
    const { container } = renderPart(
      <ChangeStrip
        value={0.05}
        low={0.025}
        high={0.1}
        scale={{ min: -0.1, max: 0.1 }}
        label="+5.0%, 95% interval +2.5% to +10.0%"
      />,
    );
    expect(percent('.none', 'inset-inline-start')).toBe(50);
    expect(percent('.dot', 'inset-inline-start')).toBeCloseTo(75);
    expect(percent('.whisker', 'inset-inline-start')).toBeCloseTo(62.5);
    expect(percent('.whisker', 'inline-size')).toBeCloseTo(37.5);
    expect(declared(container.querySelector('.dot')!, 'background')).toBe(
      'var(--bui-accent-bg)',
    );
    expect(
      declared(container.querySelector('.none')!, 'border-inline-start'),
    ).toContain('--bui-fg-primary');
    expect(await axe(container)).toHaveNoViolations();
  });
});

it('has one axis for all changes of a column, zero in its middle', () => {
  expect(
    changeScale([
      { low: -0.03, high: 0.01 },
      { low: 0.04, high: 0.11 },
    ]),
  ).toEqual({ min: -0.11, max: 0.11 });
  expect(changeScale([])).toEqual({ min: -1, max: 1 });
});
