import { refusal } from '@plimsoll/plugin-plimsoll-react/testUtils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { FixtureStabilityApi } from '../__fixtures__/FixtureStabilityApi';
import { unmatchedItem } from '../__fixtures__/inboxItems';
import { renderPage } from '../__testUtils__/renderPage';
import { RuleDialog } from './RuleDialog';

describe('a mapping rule in the making', () => {
  const onSaved = jest.fn();
  beforeEach(() => jest.clearAllMocks());

  async function open(api = new FixtureStabilityApi()) {
    const preview = jest.spyOn(api, 'previewRule');
    const add = jest.spyOn(api, 'addRule');
    renderPage(
      <RuleDialog item={unmatchedItem} onClose={jest.fn()} onSaved={onSaved} />,
      { api },
    );
    const dialog = await screen.findByRole('dialog');
    return { user: userEvent.setup(), dialog, preview, add };
  }
  const service = () => screen.getByRole('textbox', { name: 'Service' });
  const button = (name: string) => screen.getByRole('button', { name });

  it('offers services of the catalog by a part of their name', async () => {
    const queryEntities = jest.fn(async () => ({
      items: ['checkout', 'check-worker'].map(name => ({
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: { name, namespace: 'default', title: `The ${name}` },
      })),
      totalItems: 2,
      pageInfo: {},
    }));
    const api = new FixtureStabilityApi();
    const preview = jest.spyOn(api, 'previewRule');
    renderPage(
      <RuleDialog item={unmatchedItem} onClose={jest.fn()} onSaved={onSaved} />,
      { api, catalog: { queryEntities } },
    );
    await screen.findByRole('dialog');
    const user = userEvent.setup();
    await user.type(service(), 'check');
    await user.click(
      await screen.findByRole('button', { name: 'The checkout' }),
    );
    expect(service()).toHaveValue('component:default/checkout');
    expect(queryEntities).toHaveBeenCalledWith(
      expect.objectContaining({
        filter: { kind: 'component' },
        fullTextFilter: {
          term: 'check',
          fields: ['metadata.name', 'metadata.title'],
        },
      }),
    );
    await user.click(button('Dry run'));
    expect(preview).toHaveBeenCalledWith(
      expect.objectContaining({ entityRef: 'component:default/checkout' }),
    );
  });

  it('takes a ref that is typed while the catalog does not answer', async () => {
    const api = new FixtureStabilityApi();
    renderPage(
      <RuleDialog item={unmatchedItem} onClose={jest.fn()} onSaved={onSaved} />,
      {
        api,
        catalog: {
          queryEntities: async () => {
            throw new Error('away');
          },
        },
      },
    );
    await screen.findByRole('dialog');
    await userEvent.setup().type(service(), 'prices');
    await waitFor(() => expect(button('Dry run')).toBeEnabled());
    expect(screen.queryByRole('list', { name: /catalog/ })).toBeNull();
  });

  it('begins with the names that the delivery carries, not with where it went', async () => {
    await open();
    expect(
      screen.getByRole('checkbox', { name: 'Use Argo CD application' }),
    ).toBeChecked();
    expect(
      screen.getByRole('textbox', { name: 'Pattern for repository' }),
    ).toHaveValue('shopkart/monorepo');
    expect(
      screen.getByRole('checkbox', { name: 'Use environment' }),
    ).not.toBeChecked();
  });

  it('tells by a dry run what it would match, and only then saves', async () => {
    const { user, dialog, preview, add } = await open();
    expect(button('Dry run')).toBeDisabled();
    await user.type(service(), 'prices');
    await user.click(screen.getByRole('checkbox', { name: 'Use repository' }));
    expect(button('Save and replay')).toBeDisabled();
    await user.click(button('Dry run'));
    const rule = {
      source: 'argocd',
      when: [{ type: 'argocd-app', pattern: 'prices-prod' }],
      entityRef: 'component:default/prices',
    };
    expect(preview).toHaveBeenCalledWith(rule);
    expect(
      await screen.findByText('Would match 41 events.'),
    ).toBeInTheDocument();
    expect(dialog).toHaveTextContent('argocd \u00b7 prices-prod Synced');
    expect(add).not.toHaveBeenCalled();
    await user.click(button('Save and replay'));
    expect(add).toHaveBeenCalledWith(rule);
    await waitFor(() => expect(onSaved).toHaveBeenCalledTimes(1));
  });

  it('needs another dry run after any change', async () => {
    const { user } = await open();
    await user.type(service(), 'prices');
    await user.click(button('Dry run'));
    await screen.findByText('Would match 41 events.');
    await user.click(
      screen.getByRole('checkbox', { name: 'Only from argocd' }),
    );
    expect(screen.queryByText('Would match 41 events.')).toBeNull();
    expect(button('Save and replay')).toBeDisabled();
  });

  it('says that nothing would match', async () => {
    const { user } = await open(
      new FixtureStabilityApi({ preview: { matches: 0, examples: [] } }),
    );
    await user.type(service(), 'prices');
    await user.click(button('Dry run'));
    expect(
      await screen.findByText('Would match no event that is kept.'),
    ).toBeInTheDocument();
  });

  it('refuses what is no entity ref, and a rule without a condition', async () => {
    const { user } = await open();
    await user.type(service(), 'a:b/c/');
    expect(screen.getByText('This is no entity ref.')).toBeInTheDocument();
    await user.clear(service());
    await user.type(service(), 'prices');
    await user.click(
      screen.getByRole('checkbox', { name: 'Use Argo CD application' }),
    );
    await user.click(screen.getByRole('checkbox', { name: 'Use repository' }));
    expect(button('Dry run')).toBeDisabled();
  });

  it('says why it could not be saved', async () => {
    const { user, preview } = await open();
    const error = await refusal(403);
    preview.mockRejectedValueOnce(error);
    await user.type(service(), 'prices');
    await user.click(button('Dry run'));
    expect(
      await screen.findByText(
        'You may not do this. It needs stability.inbox.manage.',
      ),
    ).toBeInTheDocument();
    expect(button('Dry run')).toBeEnabled();
  });

  it('can be used by everybody', async () => {
    const { dialog } = await open();
    expect(await axe(dialog)).toHaveNoViolations();
  });
});
