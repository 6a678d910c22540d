import type { Entity } from '@backstage/catalog-model';
import { refusal } from '@plimsoll/plugin-plimsoll-react/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { FixtureSloApi } from '../__fixtures__/FixtureSloApi';
import { objectiveStatus } from '../__fixtures__/objectiveStatus';
import { sloEntity } from '../__fixtures__/sloEntity';
import { renderForEntity } from '../__testUtils__/renderForEntity';
import { DocumentCard } from './DocumentCard';

describe('the card of an OpenSLO document', () => {
  const open = (entity: Entity, api = new FixtureSloApi([objectiveStatus()])) =>
    renderForEntity(<DocumentCard />, { api, entity });

  it("shows its objectives, and leads to the service's tab", async () => {
    const api = new FixtureSloApi([
      objectiveStatus(),
      objectiveStatus({ ref: 'slo:default/other', displayName: 'Other' }),
    ]);
    const list = jest.spyOn(api, 'listObjectives');
    const { container } = open(sloEntity(), api);
    const card = within(
      await screen.findByRole('region', { name: 'Objectives' }),
    );
    expect(
      await card.findByRole('link', { name: '52.4%, explain' }),
    ).toBeVisible();
    expect(card.queryByText('Other')).not.toBeInTheDocument();
    expect(
      card.getByRole('link', { name: 'All objectives of checkout' }),
    ).toHaveAttribute('href', '/catalog/default/component/checkout/slos');
    expect(list.mock.calls[0][0]).toMatchObject({
      entityRef: 'component:default/checkout',
    });
    expect(card.getAllByRole('listitem').at(-1)).toHaveTextContent(
      'Warning: spec.alertPolicies have no effect yet',
    );
    expect(await axe(container)).toHaveNoViolations();
  });

  it('shows the document as its author wrote it', async () => {
    open(sloEntity());
    const user = userEvent.setup();
    await user.click(
      await screen.findByRole('button', { name: 'The document' }),
    );
    const text = await screen.findByText(/^apiVersion: openslo\/v1/);
    expect(text).toHaveTextContent(/displayName: Checkout availability/);
    expect(text).not.toHaveTextContent(/title:|annotations|relations/);
    expect(screen.getByText(/git\.example\.com\/slo\.yaml/)).toBeVisible();
  });

  it('says why nothing of it is measured', async () => {
    open(sloEntity(), new FixtureSloApi([]));
    expect(
      await screen.findByText('Nothing of this document is measured'),
    ).toBeVisible();
  });

  it('says that it measures no service of the catalog', async () => {
    open(sloEntity({ relations: [] }));
    expect(
      await screen.findByText('This SLO measures nothing in the catalog'),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: 'The document' })).toBeVisible();
  });

  it('says that its objectives may not be seen', async () => {
    const api = new FixtureSloApi([]);
    jest.spyOn(api, 'listObjectives').mockRejectedValue(await refusal(403));
    open(sloEntity(), api);
    expect(
      await screen.findByText('You may not see these objectives'),
    ).toBeVisible();
  });

  it('says where an SLI is used', async () => {
    const sli = (relations: Entity['relations']) =>
      sloEntity({ kind: 'SLI', relations });
    const { container, unmount } = open(
      sli([
        { type: 'indicatorOf', targetRef: 'slo:default/checkout-latency' },
        { type: 'indicatorOf', targetRef: 'slo:default/cart-latency' },
      ]),
    );
    const links = await screen.findAllByRole('link');
    expect(links.map(link => link.textContent)).toEqual([
      'cart-latency',
      'checkout-latency',
    ]);
    expect(links[0]).toHaveAttribute(
      'href',
      '/catalog/default/slo/cart-latency',
    );
    expect(await axe(container)).toHaveNoViolations();
    unmount();

    open(sli([]));
    expect(await screen.findByText('No SLO uses this indicator')).toBeVisible();
  });
});
