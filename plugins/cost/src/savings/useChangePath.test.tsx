import { renderInTestApp, renderTestApp } from '@backstage/frontend-test-utils';
import {
  createFrontendPlugin,
  createRouteRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { screen } from '@testing-library/react';
import { checkoutSavings, rightSize } from '../__fixtures__/checkoutSavings';
import { FixtureCostApi } from '../__fixtures__/FixtureCostApi';
import costPlugin from '../alpha';
import { costApiRef } from '../api';
import { SavingAction } from './SavingAction';

jest.setTimeout(60_000);

describe('the form that opens a change', () => {
  it('is offered, filled in, where the scaffolder is installed', async () => {
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
    renderTestApp({
      features: [
        costPlugin,
        createFrontendPlugin({
          pluginId: 'scaffolder',
          routes: { selectedTemplate },
          extensions: [form],
        }),
      ],
      initialRouteEntries: ['/cost/savings'],
      apis: [[costApiRef, new FixtureCostApi({ savings: checkoutSavings })]],
    });
    const link = await screen.findByRole(
      'link',
      { name: 'Open change: Right-size checkout' },
      { timeout: 30_000 },
    );
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
