import {
  addressQuery,
  refusal,
  stopDate,
} from '@plimsoll/plugin-plimsoll-react/testUtils';
import type { MappingPreview } from '@plimsoll/plugin-cost-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { checkoutProof } from '../__fixtures__/checkoutCost';
import { CHECKOUT, checkoutEntity, NOW } from '../__fixtures__/checkoutEntity';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { FixtureCostApi } from '../__fixtures__/FixtureCostApi';
import { renderPage } from '../__testUtils__/renderPage';
import { UnmappedPage } from './UnmappedPage';

describe('the wizard for what no service owns', () => {
  const OPEN = '?map=tag:app:checkout-jobs';
  const render = (
    api = new FixtureCostApi(),
    query = '',
    entities = [checkoutEntity],
  ) => renderPage(<UnmappedPage />, { api, query, entities });
  const row = (name: RegExp) => screen.findByRole('row', { name });
  const drawer = () => screen.findByRole('dialog', { name: 'Whose is it?' });

  beforeEach(() => stopDate(NOW));
  afterEach(() => jest.useRealTimers());

  it('ranks what charges have in common, with whose they may be', async () => {
    render();
    expect(await row(/^tag app = checkout-jobs/)).toHaveTextContent(
      'Amazon EC2 \u00b7 312 charges$41.20checkout, its name is in it',
    );
    expect(await row(/^product AWS Support/)).toHaveTextContent(
      '$19.82nobody that the catalog knows',
    );
    expect(
      screen.getByText(/^\$61\.02, 0\.9% of the bill; dearest first/),
    ).toBeVisible();
  });

  it('previews what would move to the likeliest, and writes the annotation', async () => {
    const api = new FixtureCostApi();
    const preview = jest.spyOn(api, 'previewMapping');
    render(api);
    await row(/^tag app/);
    jest.useRealTimers();
    await userEvent.click(
      screen.getByRole('button', { name: 'Map tag app = checkout-jobs' }),
    );
    const open = await drawer();
    expect(addressQuery().get('map')).toBe('tag:app:checkout-jobs');
    await waitFor(() =>
      expect(open).toHaveTextContent('Moves to checkout$41.20Days17Charges312'),
    );
    expect(preview.mock.lastCall?.[0]).toEqual({
      match: { tag: { key: 'app', value: 'checkout-jobs' } },
      entityRef: CHECKOUT,
    });
    expect(
      await within(open).findByRole('region', {
        name: 'Annotation for checkout',
        hidden: true,
      }),
    ).toHaveTextContent('plimsoll.dev/cost-tags: app=checkout-jobs');
    expect(
      within(open).getByRole('link', {
        name: /Edit catalog-info\.yaml/,
        hidden: true,
      }),
    ).toHaveAttribute(
      'href',
      'https://github.com/shopkart/checkout/edit/main/catalog-info.yaml',
    );
  });

  it('keeps what the annotation says already', async () => {
    const { metadata } = checkoutEntity;
    render(new FixtureCostApi(), OPEN, [
      {
        ...checkoutEntity,
        metadata: {
          ...metadata,
          annotations: { 'plimsoll.dev/cost-tags': 'service=checkout' },
        },
      },
    ]);
    const open = await drawer();
    await waitFor(() =>
      expect(open).toHaveTextContent('>- service=checkout, app=checkout-jobs'),
    );
    expect(open).toHaveTextContent(
      'has this annotation already, with service=checkout. Put these lines in its place',
    );
    expect(open).toHaveTextContent(
      'The catalog does not know where checkout is edited',
    );
  });

  it('copies the lines as they are to be written', async () => {
    render(new FixtureCostApi(), OPEN);
    const open = await drawer();
    jest.useRealTimers();
    const user = userEvent.setup();
    const written = jest.spyOn(navigator.clipboard, 'writeText');
    await user.click(
      await within(open).findByRole('button', {
        name: 'Copy annotation',
        hidden: true,
      }),
    );
    expect(written).toHaveBeenCalledWith(
      'metadata:\n  annotations:\n    plimsoll.dev/cost-tags: app=checkout-jobs\n',
    );
  });

  it('writes nothing that could drop what stands there: the catalog must answer', async () => {
    const catalog = catalogApiMock.mock({
      getEntityByRef: async () => {
        throw new Error('away');
      },
    });
    renderPage(<UnmappedPage />, {
      api: new FixtureCostApi(),
      query: OPEN,
      catalog,
    });
    const open = await drawer();
    await waitFor(() =>
      expect(open).toHaveTextContent(
        'The catalog could not be asked what stands there already',
      ),
    );
    expect(open).not.toHaveTextContent('plimsoll.dev/cost-tags');
  });

  it('ends with what its amounts stand on, and asks nothing else for it', async () => {
    const api = new FixtureCostApi();
    const overview = jest.spyOn(api, 'getOverview');
    render(api);
    expect(
      await screen.findByRole('region', { name: 'Proof' }),
    ).toHaveTextContent('Matched to the bill 99.1%Unallocated 0.9%, $61.02');
    expect(overview).not.toHaveBeenCalled();
  });

  it('takes another service, by its name', async () => {
    const api = new FixtureCostApi();
    const preview = jest.spyOn(api, 'previewMapping');
    render(api, OPEN);
    const open = await drawer();
    jest.useRealTimers();
    const user = userEvent.setup();
    await user.click(
      await within(open).findByRole('radio', {
        name: 'Another one',
        hidden: true,
      }),
    );
    expect(open).toHaveTextContent('Choose a service to see what would move.');
    const field = within(open).getByRole('textbox', { hidden: true });
    await user.type(field, '!');
    expect(open).toHaveTextContent('This is no ref of an entity.');
    await user.clear(field);
    await user.type(field, 'Wishlist');
    await waitFor(() =>
      expect(preview.mock.lastCall?.[0].entityRef).toBe(
        'component:default/wishlist',
      ),
    );
    await waitFor(() =>
      expect(open).toHaveTextContent('The catalog has no wishlist.'),
    );
  });

  it('says that nothing would move', async () => {
    const api = new FixtureCostApi();
    jest.spyOn(api, 'previewMapping').mockResolvedValue({
      total: '0',
      days: 0,
      charges: 0,
      annotation: { key: 'plimsoll.dev/cost-tags', value: 'app=x' },
    });
    render(api, OPEN);
    const open = await drawer();
    await waitFor(() => expect(open).toHaveTextContent('It moves nothing'));
    expect(open).not.toHaveTextContent('Write it down');
  });

  it.each([
    [
      ['component:default/cart', 'component:shop/pay'],
      'It moves nothing: the same is claimed by cart, shop/pay, and what',
    ],
    [[], 'It moves nothing: another service, which you may not see, has'],
  ])('says who claims the same: %j', async (contestedBy, text) => {
    const api = new FixtureCostApi();
    const preview: MappingPreview = {
      total: '0.00',
      days: 0,
      charges: 0,
      annotation: { key: 'plimsoll.dev/cost-tags', value: 'app=x' },
      contestedBy,
    };
    jest.spyOn(api, 'previewMapping').mockResolvedValue(preview);
    render(api, OPEN);
    const open = await drawer();
    await waitFor(() => expect(open).toHaveTextContent(text));
    expect(open).not.toHaveTextContent('Write it down');
  });

  it('writes a rule where no annotation can say it, and promises no other', async () => {
    const api = new FixtureCostApi({
      unmapped: [
        {
          by: 'tag',
          name: 'team',
          value: 'shop, eu',
          total: '1.00',
          rows: 1,
          proposals: [
            { entityRef: CHECKOUT, title: 'checkout', because: 'a hunch' },
          ],
        },
      ],
    });
    const preview = jest.spyOn(api, 'previewMapping');
    render(
      api,
      `?map=${encodeURIComponent(
        ['tag', 'team', 'shop, eu'].map(encodeURIComponent).join(':'),
      )}`,
    );
    const open = await drawer();
    const rule = await within(open).findByRole('region', {
      name: 'Rule for app-config',
      hidden: true,
    });
    expect(rule).toHaveTextContent(
      'match: tag: { key: "team", value: "shop, eu" } to: component:default/checkout',
    );
    expect(open).not.toHaveTextContent('What it would move');
    expect(open).not.toHaveTextContent('plimsoll.dev/cost-tags');
    expect(preview).not.toHaveBeenCalled();
  });

  it.each([
    ['resource', { resourceId: 'arn:1' }],
    ['product', { product: 'arn:1' }],
    ['sub-account', { subAccount: 'arn:1' }],
  ] as const)('previews a %s by what it is', async (by, match) => {
    const api = new FixtureCostApi({
      unmapped: [
        {
          by,
          name: by,
          value: 'arn:1',
          total: '1.00',
          rows: 1,
          proposals: [
            { entityRef: CHECKOUT, title: 'checkout', because: 'a hunch' },
          ],
          annotation: { key: 'k', value: 'v' },
        },
      ],
    });
    const preview = jest.spyOn(api, 'previewMapping');
    render(api, `?map=${encodeURIComponent(`${by}:${by}:arn%3A1`)}`);
    expect(await drawer()).toHaveTextContent('checkout, a hunch');
    await waitFor(() =>
      expect(preview.mock.lastCall?.[0].match).toEqual(match),
    );
  });

  it('says that a charge has been mapped since', async () => {
    render(new FixtureCostApi(), '?map=tag:app:gone');
    expect(
      await screen.findByText('There is no such charge any more'),
    ).toBeInTheDocument();
  });

  it('says what to set up while there is no source', async () => {
    const api = new FixtureCostApi();
    jest.spyOn(api, 'listUnmapped').mockResolvedValue({
      items: [],
      totalItems: 0,
      pageInfo: {},
      proof: { ...checkoutProof, sources: [] },
    });
    render(api);
    expect(await screen.findByText('No bill is set up')).toBeVisible();
  });

  it('says that the preview cannot be read', async () => {
    const api = new FixtureCostApi();
    const error = await refusal(503);
    jest.spyOn(api, 'previewMapping').mockRejectedValue(error);
    render(api, OPEN);
    const open = await drawer();
    await waitFor(() =>
      expect(open).toHaveTextContent('The preview could not be read'),
    );
    expect(open).not.toHaveTextContent('Write it down');
  });

  it('says that everything has an owner', async () => {
    render(new FixtureCostApi({ unmapped: [] }));
    expect(
      await screen.findByText('Every charge stands on a service or a pool'),
    ).toBeVisible();
  });

  it.each([
    [403, 'Reading this needs cost.total.read.'],
    [503, 'The unmapped cost could not be read'],
    [404, 'The cost backend is not installed'],
  ])('says why it cannot be read: %p', async (status, text) => {
    const api = new FixtureCostApi();
    const error = await refusal(status);
    jest.spyOn(api, 'listUnmapped').mockRejectedValue(error);
    render(api);
    expect(await screen.findByText(text, { exact: false })).toBeVisible();
  });

  it('can be used by everybody', async () => {
    const { container } = render(new FixtureCostApi(), OPEN);
    const open = await drawer();
    await waitFor(() =>
      expect(open).toHaveTextContent('plimsoll.dev/cost-tags'),
    );
    jest.useRealTimers();
    expect(await axe(container)).toHaveNoViolations();
  });
});
