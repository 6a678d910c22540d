import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPart } from '../__testUtils__/renderPart';
import { refusal } from '../testUtils';
import { ReadState, type ReadStateProps } from './ReadState';

const checkout = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'checkout' },
  relations: [{ type: 'ownedBy', targetRef: 'group:shop/payments-crew' }],
};

function state(error: unknown, options: Partial<ReadStateProps> = {}) {
  const retry = jest.fn();
  const part = (
    <ReadState
      polled={{ error, triedAt: new Date(2026, 10, 20, 14, 6, 9), retry }}
      title="The costs could not be read"
      backend="cost"
      permission="cost.read"
      {...options}
    />
  );
  return { part, retry };
}

describe('why something is not there', () => {
  it('is read', () => {
    const { container } = renderPart(state(undefined, { rows: 3 }).part);
    expect(screen.getByRole('status')).toHaveTextContent('Loading');
    expect(container.querySelectorAll('li')).toHaveLength(3);
  });

  it('is refused: it names the permission and leads to who can help', async () => {
    const error = await refusal(403);
    const { part } = state(error, { entity: checkout });
    renderInTestApp(part, {
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    });
    expect(
      await screen.findByRole('heading', { name: 'You may not see this' }),
    ).toBeVisible();
    expect(
      screen.getByText(
        'Reading this needs cost.read. shop/payments-crew, who own checkout, can tell you how to get it.',
      ),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Ask shop/payments-crew' }),
    ).toHaveAttribute('href', '/catalog/shop/group/payments-crew');
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });

  it('is refused, where nobody owns it and no catalog is there', async () => {
    const error = await refusal(403);
    const { part } = state(error, {
      refused: 'You may not see these costs',
      entity: { ...checkout, relations: [] },
    });
    renderPart(part);
    expect(
      screen.getByRole('heading', { name: 'You may not see these costs' }),
    ).toBeVisible();
    expect(screen.getByText('Reading this needs cost.read.')).toBeVisible();
    expect(screen.queryByRole('link')).toBeNull();
  });

  it('is hidden by a backend that is there', () => {
    const hidden = Object.assign(new Error('Request failed with 404'), {
      name: 'ResponseError',
      statusCode: 404,
      cause: Object.assign(new Error('no such service'), {
        name: 'NotFoundError',
      }),
    });
    renderPart(state(hidden, { notConfigured: <p>lines</p> }).part);
    expect(
      screen.getByRole('heading', { name: 'You may not see this' }),
    ).toBeVisible();
    expect(screen.queryByText('lines')).toBeNull();
  });

  it('is broken: it says when it is tried again, and tries at once', async () => {
    const error = await refusal(503);
    const { part, retry } = state(error, { notConfigured: <p>lines</p> });
    renderPart(part);
    const alert = screen.getByRole('alert');
    expect(alert).toHaveTextContent('The costs could not be read');
    expect(alert).toHaveTextContent('The cost backend answered 503.');
    expect(alert).toHaveTextContent('tried at 14:06:09, next try in 30 s');
    expect(alert).not.toHaveTextContent('10.0.0.7');
    expect(screen.queryByText('lines')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(retry).toHaveBeenCalledTimes(1);
  });

  const nobody = Object.assign(new Error('no route'), {
    name: 'NotFoundError',
  });

  it('has nobody to ask', () => {
    renderPart(state(nobody, { notConfigured: <p>lines</p> }).part);
    expect(screen.getByText('lines')).toBeVisible();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('is broken where nobody answers and nothing could be set up', () => {
    renderPart(state(nobody).part);
    expect(screen.getByRole('alert')).toHaveTextContent(
      'The costs could not be read',
    );
  });
});
