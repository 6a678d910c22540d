import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { useLocation } from 'react-router-dom';
import { renderPart } from '../__testUtils__/renderPart';
import type { MarkerLane } from '../markers';
import { BudgetChart } from './budget/BudgetChart';
import type { TimeRange } from './TimeRange';

const start = new Date(2026, 10, 3);
const at = (hour: number) => new Date(start.getTime() + hour * 3_600_000);
// 568 pixels from 56 to 624, 56.8 an hour.
const range = { from: start, to: at(10) };
const points = [0, 2, 4, 6, 8, 10].map(hour => ({ at: at(hour), value: 0.5 }));
const lanes: MarkerLane[] = [
  {
    id: 'deployments',
    title: 'Deployments',
    failed: false,
    markers: [
      {
        id: 'a',
        at: at(4.5),
        kind: 'clean',
        title: 'v2',
        glyph: <circle r="4" />,
        href: '/d/a',
      },
    ],
  },
];

function Chart(props: { onRange?(range: TimeRange): void; range?: TimeRange }) {
  const { pathname } = useLocation();
  return (
    <>
      <BudgetChart
        range={props.range ?? range}
        points={points}
        lanes={lanes}
        onRange={props.onRange}
      />
      <output>{pathname}</output>
    </>
  );
}

function open(options: { fixed?: boolean } = {}) {
  const onRange = jest.fn<void, [TimeRange]>();
  const view = renderPart(
    <Chart onRange={options.fixed ? undefined : onRange} />,
  );
  const picture = screen.getByRole('img', { name: /^Budget/ });
  const pointer = (
    type: 'pointerDown' | 'pointerMove' | 'pointerUp' | 'pointerCancel',
    clientX: number,
    more: object = {},
  ) =>
    fireEvent[type](picture, {
      clientX,
      button: 0,
      isPrimary: true,
      pointerId: 1,
      ...more,
    });
  const hours = () =>
    onRange.mock.calls.map(([{ from, to }]) =>
      [from, to].map(instant => Math.round((+instant - +start) / 360_000) / 10),
    );
  return { ...view, picture, pointer, hours };
}

const band = (picture: HTMLElement) => picture.querySelector('rect.selected');

describe('TimePlot', () => {
  beforeEach(() => {
    SVGElement.prototype.setPointerCapture = jest.fn();
  });

  it('asks for the stretch that is dragged over, in either direction', () => {
    const { picture, pointer, hours } = open();
    pointer('pointerDown', 56 + 56.8);
    pointer('pointerMove', 56 + 56.8 * 3);
    expect(Number(band(picture)!.getAttribute('width'))).toBeCloseTo(113.6, 0);
    pointer('pointerUp', 56 + 56.8 * 3);
    expect(band(picture)).toBeNull();
    pointer('pointerDown', 56 + 56.8 * 8);
    pointer('pointerUp', 0);
    expect(hours()).toEqual([
      [1, 3],
      [0, 8],
    ]);
  });

  it('takes a click, another button and a broken drag for none', () => {
    const { picture, pointer, hours } = open();
    pointer('pointerDown', 200);
    pointer('pointerUp', 207);
    pointer('pointerDown', 200, { button: 2 });
    pointer('pointerUp', 400);
    pointer('pointerDown', 200);
    pointer('pointerMove', 400);
    pointer('pointerCancel', 400);
    pointer('pointerUp', 400);
    pointer('pointerDown', 200);
    pointer('pointerMove', 400);
    fireEvent.keyDown(picture, { key: 'Escape' });
    pointer('pointerUp', 400);
    expect(hours()).toEqual([]);
  });

  it('selects with Shift and the arrow keys, says so, and shows it on Enter', async () => {
    const user = userEvent.setup();
    const { picture, hours } = open();
    await user.tab();
    expect(picture).toHaveFocus();
    await user.keyboard('{ArrowLeft}{ArrowLeft}{Shift>}{ArrowLeft}{ArrowLeft}');
    expect(screen.getByText(/^Selected/)).toHaveTextContent(
      /^Selected from Tue,? 3 Nov,? 04:00 to Tue,? 3 Nov,? 08:00$/,
    );
    await user.keyboard('{/Shift}{Enter}');
    expect(hours()).toEqual([[4, 8]]);
    expect(band(picture)).toBeNull();
  });

  it('lets go of a selection without Shift', async () => {
    const user = userEvent.setup();
    const { picture } = open();
    await user.tab();
    await user.keyboard('{Shift>}{ArrowLeft}{ArrowLeft}{/Shift}');
    expect(band(picture)).not.toBeNull();
    await user.keyboard('{ArrowLeft}');
    expect(band(picture)).toBeNull();
  });

  it('shows on Enter what lies around the point', async () => {
    const user = userEvent.setup();
    const { hours } = open();
    await user.tab();
    await user.keyboard('{Enter}');
    expect(hours()).toEqual([]);
    await user.keyboard('{Home}{ArrowRight}{Enter}');
    expect(hours()).toEqual([[0.8, 3.3]]);
  });

  it('opens on Enter the mark that lies at the point', async () => {
    const user = userEvent.setup();
    const { hours } = open();
    await user.tab();
    await user.keyboard('{Home}{ArrowRight}{ArrowRight}{Enter}');
    expect(screen.getByText('/d/a')).toBeInTheDocument();
    expect(hours()).toEqual([]);
  });

  it('stays as it is where its range is fixed', async () => {
    const user = userEvent.setup();
    const { picture, pointer } = open({ fixed: true });
    pointer('pointerDown', 100);
    pointer('pointerMove', 400);
    expect(band(picture)).toBeNull();
    await user.tab();
    await user.keyboard('{Shift>}{ArrowLeft}{/Shift}{Enter}');
    expect(band(picture)).toBeNull();
    expect(picture).toHaveAccessibleDescription(
      'Arrow keys walk the points, Home and End go to the ends.',
    );
  });

  it('moves after a zoom, in a rule that people may turn off', () => {
    const { rerender } = open();
    const drawing = () => document.querySelector('g:has(> path.line)')!;
    expect(drawing()).not.toHaveClass('zoomed');
    rerender(<Chart range={{ from: at(2), to: at(4) }} />);
    expect(drawing()).toHaveClass('zoomed');
    const sheet = readFileSync(join(__dirname, 'TimePlot.module.css'), 'utf8');
    expect(sheet).toMatch(/animation: zoom 150ms/);
    expect(sheet).toMatch(
      /prefers-reduced-motion: reduce\) \{\s*\.zoomed \{\s*animation: none/,
    );
  });

  it('has nothing that axe objects to, with a selection', async () => {
    const { container, pointer } = open();
    pointer('pointerDown', 100);
    pointer('pointerMove', 400);
    expect(await axe(container)).toHaveNoViolations();
  });
});
