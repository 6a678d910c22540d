import { stopDate } from '@plimsoll/plugin-plimsoll-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Incident } from '@plimsoll/plugin-stability-common';
import { NOW } from '../__fixtures__/checkoutEntity';
import { incident } from '../__fixtures__/checkoutIncidents';
import { FixtureStabilityApi } from '../__fixtures__/FixtureStabilityApi';
import { renderForEntity } from '../__testUtils__/renderForEntity';
import { EntityStabilityTab } from './EntityStabilityTab';

describe('the cause of an incident on the tab', () => {
  beforeEach(() => stopDate(NOW));
  afterEach(() => jest.useRealTimers());

  it('is named by a person, and everything is counted again', async () => {
    const incidents: Incident[] = [incident({ label: 'INC-455' })];
    const api = new FixtureStabilityApi({ incidents });
    const correct = jest
      .spyOn(api, 'correctCause')
      .mockImplementation(async () => {
        incidents[0] = incident({
          label: 'INC-455',
          cause: {
            deploymentId: 'd-v2.31.0',
            version: 'v2.31.0',
            confidence: 1,
            rule: 'person',
          },
        });
        return incidents[0];
      });
    const metrics = jest.spyOn(api, 'getMetrics');
    const deployments = jest.spyOn(api, 'listDeployments');
    renderForEntity(<EntityStabilityTab />, { api });
    const row = await screen.findByRole('row', { name: /INC-455/ });
    expect(row).toHaveTextContent('not known');
    jest.useRealTimers();

    const user = userEvent.setup();
    await user.click(
      within(row).getByRole('button', {
        name: 'Name the deployment that caused INC-455',
      }),
    );
    const dialog = await screen.findByRole('dialog');
    await user.click(
      await within(dialog).findByRole('radio', {
        name: 'No deployment caused it',
      }),
    );
    await user.type(
      within(dialog).getByRole('textbox', { name: /Reason/ }),
      'The provider was down',
    );
    const asked = {
      metrics: metrics.mock.calls.length,
      deployments: deployments.mock.calls.length,
    };
    await user.click(
      within(dialog).getByRole('button', { name: 'Save cause' }),
    );
    expect(correct).toHaveBeenCalledTimes(1);
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    await waitFor(() =>
      expect(screen.getByRole('row', { name: /INC-455/ })).toHaveTextContent(
        'v2.31.0named by a person',
      ),
    );
    expect(metrics.mock.calls.length).toBeGreaterThan(asked.metrics);
    expect(deployments.mock.calls.length).toBeGreaterThan(asked.deployments);
  });
});
