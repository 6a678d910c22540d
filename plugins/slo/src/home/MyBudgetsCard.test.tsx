import {
  createExtensionTester,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { homePageWidgetDataRef } from '@backstage/plugin-home-react/alpha';
import { refusal } from '@plimsoll/plugin-plimsoll-react/testUtils';
import type {
  ObjectiveRollup,
  ObjectiveStatus,
  SloApi,
} from '@plimsoll/plugin-slo-common';
import { screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import { correctedObjective } from '../__fixtures__/correctedObjective';
import { FixtureSloApi } from '../__fixtures__/FixtureSloApi';
import { objectiveInState } from '../__fixtures__/objectivesInEveryState';
import { sloApiRef } from '../api';
import { MyBudgetsCard } from './MyBudgetsCard';
import { myBudgetsWidget } from './myBudgetsWidget';

const NONE = { total: 0, withObjective: 0, withoutObjective: 0, without: [] };

function render(api: SloApi, element = <MyBudgetsCard />) {
  return renderInTestApp(element, {
    apis: [[sloApiRef, api]],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
  });
}

/** An API whose answer is that of two services, but for some parts. */
async function apiWith(overrides: Partial<ObjectiveRollup> = {}) {
  const api = new FixtureSloApi([
    { ...objectiveInState('exhausted'), entityRef: 'component:shop/listing' },
    objectiveInState('ok'),
  ]);
  const mine = { ...(await api.getMyRollup({})), ...overrides };
  const ask = jest.spyOn(api, 'getMyRollup').mockResolvedValue(mine);
  return { api, ask };
}

/** An API with one service, whose worst objective is corrected. */
const correctedApi = (overrides: Partial<ObjectiveStatus> = {}) =>
  new FixtureSloApi([{ ...correctedObjective(), ...overrides }]);

const heading = (name: string) => screen.findByRole('heading', { name });

describe('my services\u2019 budgets', () => {
  it('marks budgets that people have taken time out of', async () => {
    const { unmount } = render(correctedApi());
    const name = /^Corrected: .* \u221212\.0% of the budget is left/;
    const mark = await screen.findByRole('img', { name });
    expect(mark.closest('li')).toHaveTextContent(/checkout.*52\.4%/);
    unmount();

    // also where no number may be shown
    render(correctedApi({ state: 'insufficient' }));
    expect(await screen.findByRole('img', { name })).toHaveTextContent(
      'corrected',
    );
  });

  it('has a row for each service, by its worst objective', async () => {
    const { api, ask } = await apiWith();
    const { container } = render(api);
    const service = await screen.findByRole('link', { name: 'shop/listing' });
    expect(service).toHaveAttribute('href', '/catalog/shop/component/listing');
    expect(service.closest('li')).toHaveTextContent(
      /shop\/listingLatency p95, 2 s 95%.*\u221212\.6%/,
    );
    expect(
      screen.getByRole('link', { name: 'checkout' }).closest('li'),
    ).toHaveTextContent('52.4%');
    expect(
      screen.getByText('Of services that you or your groups own'),
    ).toBeVisible();
    expect(ask.mock.calls.map(([request]) => request)).toEqual([
      { each: 'service', limit: 12 },
    ]);
    // no figure for a person
    expect(container).not.toHaveTextContent('Good events');
    expect(await axe(container)).toHaveNoViolations();
  });

  it('says what to do where there is no objective, or no service', async () => {
    const { api } = await apiWith({
      objectives: 0,
      services: {
        ...NONE,
        total: 1,
        withoutObjective: 1,
        without: ['component:default/cart'],
      },
    });
    const { unmount } = render(api);
    expect(
      await heading('None of your services has an objective yet'),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'cart' })).toHaveAttribute(
      'href',
      '/catalog/default/component/cart/slos',
    );
    unmount();

    render((await apiWith({ objectives: 0, services: NONE })).api);
    expect(await heading('You and your groups own no service')).toBeVisible();
  });

  it.each([
    [503, 'The objectives could not be read'],
    [403, 'You may not see these objectives'],
  ])(
    'says why it is empty when the backend answers %s',
    async (code, title) => {
      const { api, ask } = await apiWith();
      ask.mockRejectedValue(await refusal(code));
      render(api);
      expect(await heading(title)).toBeVisible();
    },
  );

  it('says that nothing can measure', async () => {
    render((await apiWith({ sources: [] })).api);
    expect(await heading('No metrics source is set up')).toBeVisible();
  });

  it('is a widget of the home page, in its own frame', async () => {
    const widget = createExtensionTester(myBudgetsWidget).get(
      homePageWidgetDataRef,
    );
    expect(widget).toMatchObject({
      name: 'MyBudgets',
      title: 'My services\u2019 budgets',
    });
    render((await apiWith()).api, widget?.component);
    expect(await heading('My services\u2019 budgets')).toBeVisible();
    expect(await screen.findByRole('link', { name: 'checkout' })).toBeVisible();
  });
});
