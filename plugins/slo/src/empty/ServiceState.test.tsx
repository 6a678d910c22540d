import { refusal } from '@plimsoll/plugin-plimsoll-react/testUtils';
import {
  exampleDocument,
  type ObjectivePage,
} from '@plimsoll/plugin-slo-common';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { checkoutEntity } from '../__fixtures__/checkoutEntity';
import { FixtureSloApi } from '../__fixtures__/FixtureSloApi';
import { objectiveStatus } from '../__fixtures__/objectiveStatus';
import { renderForEntity } from '../__testUtils__/renderForEntity';
import { ReliabilityCard } from '../card/ReliabilityCard';

describe('what a service without numbers shows', () => {
  const heading = (name: string) => screen.findByRole('heading', { name });

  it('shows twelve lines that create its first objective, to copy', async () => {
    const user = userEvent.setup();
    const write = jest.spyOn(navigator.clipboard, 'writeText');
    const { container } = renderForEntity(<ReliabilityCard />, {
      api: new FixtureSloApi([]),
    });
    expect(await heading('checkout has no objective yet')).toBeVisible();

    const block = screen.getByRole('region', {
      name: 'OpenSLO document for checkout',
    });
    const text = block.textContent ?? '';
    expect(text.trim().split('\n')).toHaveLength(12);
    expect(text).toContain('service: checkout');
    expect(text).toContain('http_requests_total{service="checkout"}');

    await user.click(screen.getByRole('button', { name: 'Copy' }));
    expect(await screen.findByRole('button', { name: 'Copied' })).toBeVisible();
    expect(write.mock.calls).toEqual([
      [exampleDocument({ serviceName: 'checkout' })],
    ]);
    // Nothing to see on the tab, so there is no way there.
    expect(screen.queryByText('All objectives')).not.toBeInTheDocument();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('writes the document for the very entity, whatever its kind', async () => {
    renderForEntity(<ReliabilityCard />, {
      api: new FixtureSloApi([]),
      entity: {
        ...checkoutEntity,
        kind: 'API',
        metadata: { name: 'orders', namespace: 'shop', title: 'Orders API' },
      },
    });
    expect(await heading('Orders API has no objective yet')).toBeVisible();
    expect(
      screen.getByRole('region', { name: /^OpenSLO document/ }),
    ).toHaveTextContent(/service: '?api:shop\/orders'?/);
  });

  it('says that it is loading until the first answer', async () => {
    const api = new FixtureSloApi([objectiveStatus()]);
    let answer = (_page: ObjectivePage) => {};
    const page = await api.listObjectives({});
    jest
      .spyOn(api, 'listObjectives')
      .mockReturnValue(new Promise(resolve => (answer = resolve)));
    renderForEntity(<ReliabilityCard />, { api });

    expect(await screen.findByText('Loading')).toBeInTheDocument();
    expect(screen.queryByText('Availability')).not.toBeInTheDocument();
    answer(page);
    expect(await screen.findByText('Availability')).toBeVisible();
    expect(screen.queryByText('Loading')).not.toBeInTheDocument();
  });

  it('says that the backend is down, without its address, and tries again', async () => {
    const user = userEvent.setup();
    const api = new FixtureSloApi([objectiveStatus()]);
    const list = jest
      .spyOn(api, 'listObjectives')
      .mockRejectedValueOnce(await refusal(503));
    const { container } = renderForEntity(<ReliabilityCard />, { api });

    expect(await heading('The objectives could not be read')).toBeVisible();
    const alert = screen.getByRole('alert');
    expect(alert).toHaveTextContent(
      'The slo backend answered 503. The service itself is not affected.',
    );
    expect(alert).toHaveTextContent('next try in 30 s');
    expect(container).not.toHaveTextContent('10.0.0.7');
    expect(await axe(container)).toHaveNoViolations();

    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Availability')).toBeVisible();
    expect(list).toHaveBeenCalledTimes(2);
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('names the permission and who can help', async () => {
    const api = new FixtureSloApi([objectiveStatus()]);
    jest.spyOn(api, 'listObjectives').mockRejectedValue(await refusal(403));
    renderForEntity(<ReliabilityCard />, { api });

    expect(await heading('You may not see these objectives')).toBeVisible();
    expect(
      screen.getByText(
        'Reading this needs slo.objective.read. payments-crew, who own checkout, can tell you how to get it.',
      ),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Ask payments-crew' }),
    ).toHaveAttribute('href', '/catalog/default/group/payments-crew');
    expect(screen.queryByText('Availability')).not.toBeInTheDocument();
  });

  it('asks nobody where the service has no owner', async () => {
    const api = new FixtureSloApi([]);
    jest.spyOn(api, 'listObjectives').mockRejectedValue(await refusal(403));
    renderForEntity(<ReliabilityCard />, {
      api,
      entity: { ...checkoutEntity, relations: [] },
    });
    expect(await heading('You may not see these objectives')).toBeVisible();
    expect(
      screen.getByText('Reading this needs slo.objective.read.'),
    ).toBeVisible();
    expect(screen.queryByRole('link', { name: /Ask/ })).toBeNull();
  });

  it('says what an administrator adds where nothing can measure', async () => {
    const user = userEvent.setup();
    const write = jest.spyOn(navigator.clipboard, 'writeText');
    renderForEntity(<ReliabilityCard />, {
      api: new FixtureSloApi([objectiveStatus()], { sources: [] }),
    });
    expect(await heading('No metrics source is set up')).toBeVisible();
    expect(
      screen.getByText(/^checkout has 1 objective, and nothing to measure it/),
    ).toBeVisible();

    await user.click(screen.getByRole('button', { name: 'Set up in 4 lines' }));
    const config = screen.getByRole('region', {
      name: 'Lines for app-config.yaml',
    });
    expect(config.textContent?.trim().split('\n')).toHaveLength(4);
    expect(config).toHaveTextContent('type: prometheus');
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    expect(write.mock.calls).toEqual([[config.textContent]]);
  });
});
