import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { applyStyleSheet } from '../../__testUtils__/applyStyleSheet';
import { declared } from '../../__testUtils__/declared';
import { renderPart } from '../../__testUtils__/renderPart';
import type { MarkerLane } from '../../markers';
import { Address } from '../../testUtils/Address';
import type { StackedBar } from './StackedBar';
import { StackedBarChart } from './StackedBarChart';

const DAY = 86_400_000;
const START = Date.parse('2026-11-16T00:00:00Z');
const at = (day: number) => new Date(START + day * DAY);

const bars: StackedBar[] = [
  { from: at(0), to: at(1), parts: [10, 6, 0], label: '16 Nov' },
  { from: at(1), to: at(2), parts: [11, 6, -2] },
  {
    from: at(2),
    to: at(3),
    parts: [3, 0, 0],
    incomplete: true,
    expected: 17,
  },
];

const lane: MarkerLane = {
  id: 'deployments',
  title: 'Deployments',
  failed: false,
  markers: [
    {
      id: 'd1',
      at: new Date(START + 1.4 * DAY),
      kind: 'clean',
      title: 'v2.34.0',
      glyph: <circle r="4" />,
      href: '/deployments/d1',
    },
  ],
};

const chart = (props: Partial<Parameters<typeof StackedBarChart>[0]> = {}) => (
  <StackedBarChart
    range={{ from: at(0), to: at(3) }}
    bars={bars}
    series={[
      { id: 'compute', label: 'Compute' },
      { id: 'database', label: 'Database' },
      { id: 'credits', label: 'Credits' },
    ]}
    finding="Between $16 and $17 a day."
    formatTick={value => `$${value}`}
    describe={index => ({
      time: `day ${index + 1}`,
      value: `$${bars[index].parts.reduce((a, b) => a + b)}`,
    })}
    incompleteNote="bill due"
    {...props}
  />
);

describe.each(['light', 'dark'])('stacked bars in the %s theme', theme => {
  beforeEach(() => {
    document.body.dataset.themeMode = theme;
    applyStyleSheet('chart/stacked/StackedBarChart.module.css');
  });
  afterEach(() => {
    delete document.body.dataset.themeMode;
    document.head.replaceChildren();
  });

  const picture = () =>
    screen.getByRole('img', { name: 'Between $16 and $17 a day.' });
  const heights = (bar: Element) =>
    Array.from(bar.querySelectorAll('rect')).map(rect =>
      Number(rect.getAttribute('height')),
    );

  it('draws parts as high as their values, and what comes back below zero', () => {
    renderPart(chart());
    const [first, second] = picture().querySelectorAll('[data-bar]');
    const [compute, database] = heights(first);
    expect(compute / database).toBeCloseTo(10 / 6);
    expect(heights(second)).toHaveLength(3);
    const [above, , below] = second.querySelectorAll('rect');
    const zero =
      Number(above.getAttribute('y')) + Number(above.getAttribute('height'));
    expect(Number(below.getAttribute('y'))).toBeCloseTo(zero);
    expect(declared(above, 'stroke')).toBe('var(--bui-bg-neutral-1)');
  });

  it('hatches what is not complete, as high as it is expected', () => {
    renderPart(chart());
    const due = picture().querySelector('[data-incomplete]')!;
    const [compute] = heights(picture().querySelector('[data-bar]')!);
    expect(Number(due.getAttribute('height')) / compute).toBeCloseTo(17 / 10);
    expect(due.getAttribute('fill')).toMatch(/^url\(#/);
    expect(declared(due, 'stroke-dasharray')).toBeTruthy();
    expect(picture()).toHaveTextContent('bill due');
  });

  it('names series beside the last complete bar, and days under theirs', () => {
    renderPart(chart());
    expect(picture()).toHaveTextContent('Compute');
    expect(picture()).toHaveTextContent('Credits');
    expect(picture()).toHaveTextContent('16 Nov');
    expect(screen.queryByRole('list')).not.toBeInTheDocument();
  });

  it('has nothing that axe objects to', async () => {
    const { container } = renderPart(
      chart({ lanes: [lane], callout: { at: at(1), text: 'v2.34.0: +$54' } }),
    );
    expect(picture()).toHaveTextContent('v2.34.0: +$54');
    expect(await axe(container)).toHaveNoViolations();
  });
});

describe('walking the bars', () => {
  it('announces each, from the newest back', async () => {
    const user = userEvent.setup();
    renderPart(chart());
    await user.tab();
    expect(screen.getByRole('img')).toHaveFocus();
    await user.keyboard('{ArrowLeft}');
    expect(screen.getByRole('status')).toHaveTextContent('day 3: $3');
    await user.keyboard('{Home}');
    expect(screen.getByRole('status')).toHaveTextContent('day 1: $16');
    await user.keyboard('{Escape}');
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
  });

  it('opens the mark that lies at a bar, and nothing where none does', async () => {
    const user = userEvent.setup();
    renderPart(
      <>
        {chart({ lanes: [lane] })}
        <Address />
      </>,
    );
    screen.getByRole('img', { name: /^Between/ }).focus();
    await user.keyboard('{Home}{Enter}');
    expect(screen.getByTestId('address')).toHaveTextContent(/^\/$/);
    await user.keyboard('{ArrowRight}{Enter}');
    expect(screen.getByTestId('address')).toHaveTextContent('/deployments/d1');
  });
});
