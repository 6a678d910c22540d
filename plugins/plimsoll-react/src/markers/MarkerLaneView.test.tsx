import type { ReactNode } from 'react';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import { axe } from 'jest-axe';
import { renderPart } from '../__testUtils__/renderPart';
import { BudgetChart } from '../chart';
import { MarkerProvider } from './MarkerProvider';
import type { MarkerSource } from './TimeMarker';
import { useMarkerLanes } from './useMarkerLanes';

const from = new Date(2026, 10, 3);
const at = (hour: number) => new Date(from.getTime() + hour * 3_600_000);
const range = { from, to: at(10) };

function ChartWithMarks() {
  const lanes = useMarkerLanes({
    entityRef: 'component:default/checkout',
    ...range,
  });
  const { pathname } = useLocation();
  return (
    <>
      <BudgetChart
        range={range}
        points={[{ at: at(1), value: 0.9 }]}
        lanes={lanes}
      />
      <output>{pathname}</output>
    </>
  );
}

function deployments(load: MarkerSource['load']): MarkerSource {
  return { id: 'deployments', title: 'Deployments', load };
}

function renderChart(sources?: readonly MarkerSource[]) {
  const around = (chart: ReactNode) =>
    sources ? (
      <MarkerProvider sources={sources}>{chart}</MarkerProvider>
    ) : (
      chart
    );
  return renderPart(<>{around(<ChartWithMarks />)}</>);
}

const glyph = <circle r="4" />;

describe('marks on the time axis', () => {
  it('are not there without a plugin that brings some', () => {
    renderChart();
    expect(screen.getByRole('img')).toBeInTheDocument();
    expect(screen.queryByRole('list')).not.toBeInTheDocument();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('stand where they belong and lead to their page', async () => {
    const load = jest.fn<
      ReturnType<MarkerSource['load']>,
      Parameters<MarkerSource['load']>
    >(async () => [
      {
        id: 'a',
        at: at(5),
        kind: 'clean',
        title: 'v2.31.0',
        glyph,
        href: '/d/a',
      },
    ]);
    const { container } = renderChart([deployments(load)]);
    const mark = await screen.findByRole('button', {
      name: /^v2\.31\.0, Tue,? 3 Nov,? 05:00$/,
    });
    expect(screen.getByRole('list', { name: 'Deployments' })).toContainElement(
      mark,
    );
    // The middle of an axis from 56 to 624 pixels.
    expect(mark.closest('li')!.style.left).toBe('340px');
    expect(load).toHaveBeenCalledTimes(1);
    expect(load.mock.calls[0][0]).toMatchObject({
      entityRef: 'component:default/checkout',
      ...range,
    });
    expect(await axe(container)).toHaveNoViolations();

    await userEvent.click(mark);
    expect(screen.getByText('/d/a')).toBeInTheDocument();
  });

  it('fold into one with a count where they would touch', async () => {
    renderChart([
      deployments(async () =>
        [5, 5.05].map(hour => ({
          id: String(hour),
          at: at(hour),
          kind: 'clean',
          title: 'v2',
          glyph,
        })),
      ),
    ]);
    // None of them leads anywhere, so there is nothing to press.
    const mark = await screen.findByRole('img', {
      name: /^2 events from .*05:00 to /,
    });
    expect(mark).toHaveTextContent('2');
    expect(mark.title.split('\n')).toEqual([
      expect.stringMatching(/^v2, .*05:00$/),
      expect.stringMatching(/^v2, .*05:03$/),
    ]);
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('open a menu of all that are folded, each with its own page', async () => {
    const { container } = renderChart([
      deployments(async () =>
        ['a', 'b', 'c'].map((id, index) => ({
          id,
          at: at(5 + index / 60),
          kind: 'clean',
          title: `v${index}`,
          glyph,
          href: id === 'c' ? undefined : `/d/${id}`,
        })),
      ),
    ]);
    const mark = await screen.findByRole('button', { name: /^3 events/ });
    expect(await axe(container)).toHaveNoViolations();
    await userEvent.click(mark);
    const items = await screen.findAllByRole('menuitem');
    expect(items.map(item => item.textContent)).toEqual([
      expect.stringMatching(/^v0, .*05:00$/),
      expect.stringMatching(/^v1, .*05:01$/),
      expect.stringMatching(/^v2, .*05:02$/),
    ]);
    expect(items[2]).toHaveAttribute('aria-disabled', 'true');
    await userEvent.click(items[1]);
    expect(screen.getByText('/d/b')).toBeInTheDocument();
  });

  it('are reached and opened by keyboard, the folded ones by their menu', async () => {
    const user = userEvent.setup();
    renderChart([
      deployments(async () =>
        [2, 5, 5.02].map(hour => ({
          id: String(hour),
          at: at(hour),
          kind: 'clean',
          title: `v${hour}`,
          glyph,
          href: `/d/${hour}`,
        })),
      ),
    ]);
    const alone = await screen.findByRole('button', { name: /^v2, / });
    const folded = screen.getByRole('button', { name: /^2 events/ });
    act(() => alone.focus());
    await user.tab();
    expect(folded).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(await screen.findAllByRole('menuitem')).toHaveLength(2);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(folded).toHaveFocus());
    await user.tab({ shift: true });
    expect(alone).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(screen.getByText('/d/2')).toBeInTheDocument();
  });

  it('name their lane in words that come later', async () => {
    renderChart([
      {
        ...deployments(async () => []),
        title: async () => 'Wdro\u017cenia',
      },
    ]);
    expect(
      await screen.findByRole('list', { name: 'Wdro\u017cenia' }),
    ).toBeInTheDocument();
  });

  it('without a page are no buttons', async () => {
    renderChart([
      deployments(async () => [
        { id: 'a', at: at(5), kind: 'clean', title: 'v2', glyph },
      ]),
    ]);
    expect(await screen.findByTitle(/^v2, .*05:00$/)).toBeVisible();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('do not take the chart with them when their source fails', async () => {
    renderChart([deployments(() => Promise.reject(new Error('away')))]);
    expect(
      await screen.findByText('Deployments could not be read'),
    ).toBeInTheDocument();
    expect(screen.getByRole('img')).toBeInTheDocument();
  });

  it('are no longer waited for when the page is left', () => {
    const load = jest.fn<
      ReturnType<MarkerSource['load']>,
      Parameters<MarkerSource['load']>
    >(() => new Promise(() => {}));
    const { unmount } = renderChart([deployments(load)]);
    const { signal } = load.mock.calls[0][0];
    expect(signal.aborted).toBe(false);
    unmount();
    expect(signal.aborted).toBe(true);
  });
});
