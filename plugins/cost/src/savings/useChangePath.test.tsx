import { renderInTestApp, renderTestApp } from '@backstage/frontend-test-utils';
import {
  createFrontendPlugin,
  createRouteRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { screen, waitFor } from '@testing-library/react';
import { checkoutSavings, rightSize } from '../__fixtures__/checkoutSavings';
import { FixtureCostApi } from '../__fixtures__/FixtureCostApi';
import costPlugin from '../alpha';
import { costApiRef } from '../api';
import { SavingAction } from './SavingAction';

describe('the form that opens a change', () => {
  /** The cost pages beside a scaffolder. */
  function renderBesideScaffolder(path: string, api: FixtureCostApi) {
    const selectedTemplate = createRouteRef({
      params: ['namespace', 'templateName'],
    });
    const form = PageBlueprint.make({
      params: {
        path: '/create/:namespace/:templateName',
        routeRef: selectedTemplate,
        loader: async () => <p>form</p>,
      },
    });
    return renderTestApp({
      features: [
        costPlugin,
        createFrontendPlugin({
          pluginId: 'scaffolder',
          routes: { selectedTemplate },
          extensions: [form],
        }),
      ],
      initialRouteEntries: [path],
      apis: [[costApiRef, api]],
    });
  }

  it('is one click from the drawer, which then keeps that it was opened', async () => {
    const api = new FixtureCostApi({ savings: checkoutSavings });
    const mark = jest.spyOn(api, 'markSavingApplied');
    renderBesideScaffolder('/cost/savings?saving=right-size', api);
    expect(
      await screen.findByRole('link', { name: 'Open change', hidden: true }),
    ).toHaveAttribute(
      'href',
      expect.stringMatching(/^\/create\/default\/cost-saving\?formData=/),
    );
    screen
      .getByRole('button', { name: 'The change is open', hidden: true })
      .click();
    await waitFor(() => expect(mark).toHaveBeenCalledWith('right-size'));
  });

  it('is offered, filled in, where the scaffolder is installed', async () => {
    renderBesideScaffolder(
      '/cost/savings',
      new FixtureCostApi({ savings: checkoutSavings }),
    );
    const link = await screen.findByRole('link', {
      name: 'Open change: Right-size checkout',
    });
    const { pathname, searchParams } = new URL(
      link.getAttribute('href') ?? '',
      'http://portal',
    );
    expect(pathname).toBe('/create/default/cost-saving');
    expect(JSON.parse(searchParams.get('formData') ?? '')).toEqual(
      rightSize.change?.values,
    );
    // Held back, and made by hand: no form.
    expect(
      screen.queryByRole('link', { name: /^Open change: Spot/ }),
    ).not.toBeInTheDocument();
    expect(
      screen.queryByRole('link', { name: /^Open change: One-year/ }),
    ).not.toBeInTheDocument();
  });

  it('is none without the scaffolder: the evidence is one click away', async () => {
    const onShow = jest.fn();
    renderInTestApp(<SavingAction saving={rightSize} onShow={onShow} />);
    const button = await screen.findByRole('button', {
      name: 'See why: Right-size checkout',
    });
    button.click();
    expect(onShow).toHaveBeenCalledWith('right-size');
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });
});
