import type { UpdatePreview } from '@plimsoll/plugin-golden-path-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { refusal } from '@plimsoll/plugin-plimsoll-react/testUtils';
import { Route, Routes } from 'react-router-dom';
import { available, renderUpdate } from './__testUtils__/renderUpdate';
import { AdoptionPage } from './adoption/AdoptionPage';
import { UpdateCard } from './card/UpdateCard';
import { UpdatePage } from './preview/UpdatePage';

const PATH = '/updates/component/default/gift-cards';
const pullRequest = {
  url: 'https://forge.example/pulls/1',
  version: '1.1.0',
  state: 'open' as const,
  openedAt: '2026-11-22T12:00:00Z',
  openedBy: 'user:default/ada',
};
const preview: UpdatePreview = {
  entityRef: 'component:default/gift-cards',
  template: 'node-service',
  from: '1.0.0',
  to: '1.1.0',
  changes: available.changes,
  questions: [],
  files: [
    { path: 'SECURITY.md', outcome: 'add', policy: 'merge' },
    {
      path: 'Dockerfile',
      outcome: 'conflict',
      reason: 'same-lines',
      policy: 'merge',
      attachedAs: '.plimsoll/from-template/Dockerfile',
      templateDiff:
        '--- a/Dockerfile\n+++ b/Dockerfile\n@@ -1,1 +1,1 @@\n-EXPOSE 1\n+EXPOSE 2\n',
    },
  ],
  counts: { add: 1, update: 0, merge: 0, remove: 0, keep: 0, conflict: 1 },
  notes: ['It cannot be told what was changed in 1 files.'],
};
const page = (
  <Routes>
    <Route path="/updates/:kind/:namespace/:name" element={<UpdatePage />} />
  </Routes>
);

describe('the card of a template', () => {
  const show = (offer: object) =>
    renderUpdate(<UpdateCard />, {
      api: { getUpdateOffer: async () => ({ ...available, ...offer }) },
    });

  it('offers a newer version', async () => {
    const { container } = show({});
    expect(
      await screen.findByText('Node service 1.1.0 is available.'),
    ).toBeVisible();
    expect(screen.getByText('Images are signed twice')).toBeVisible();
    expect(screen.getByText('See what changes').closest('a')).toHaveAttribute(
      'href',
      '/templates/updates/component/default/gift-cards',
    );
    expect(await axe(container)).toHaveNoViolations();
  });

  it.each([
    [{ state: 'current' }, 'Node service 1.0.0 is the newest version.'],
    [{ state: 'open', pullRequest }, 'A pull request brings it to 1.1.0.'],
    [
      { state: 'snoozed', pullRequest },
      'The pull request for 1.1.0 was closed, so it is not offered again.',
    ],
    [
      { state: 'unknown', why: 'no-version' },
      'The catalog does not say which version of Node service wrote it. Add backstage.io/template-version to its catalog-info.yaml.',
    ],
  ])('says of %j what it is', async (offer, sentence) => {
    show(offer);
    expect(await screen.findByText(sentence)).toBeVisible();
    expect(screen.queryByText('Pull request') !== null).toBe(
      'pullRequest' in offer,
    );
  });

  it('says who may see it', async () => {
    renderUpdate(<UpdateCard />, {
      api: {
        getUpdateOffer: async () => {
          throw await refusal(403);
        },
      },
    });
    expect(await screen.findByText(/golden-path\.update\.read/)).toBeVisible();
  });

  it('takes no room where the template is not known', async () => {
    const getUpdateOffer = jest.fn(async () => {
      throw await refusal(404);
    });
    renderUpdate(<UpdateCard />, { api: { getUpdateOffer } });
    expect(screen.getByRole('region', { name: 'Template' })).toBeVisible();
    await waitFor(() =>
      expect(screen.queryByRole('region', { name: 'Template' })).toBeNull(),
    );
    expect(getUpdateOffer).toHaveBeenCalled();
  });
});

describe('the page of an update', () => {
  it('shows what is to be decided first, and opens the pull request', async () => {
    const deliverUpdate = jest.fn(async () => ({
      taskId: 't1',
      offer: available,
    }));
    const { container } = renderUpdate(page, {
      path: PATH,
      api: {
        previewUpdate: async () => preview,
        getUpdateOffer: async () => available,
        deliverUpdate,
      },
    });
    const groups = await screen.findAllByRole('heading', { level: 3 });
    expect(groups.map(one => one.textContent)).toEqual([
      'What is new',
      'To decide1 file',
      'New1 file',
    ]);
    await userEvent.click(screen.getByText('Dockerfile'));
    expect(screen.getByText('Both changed the same lines.')).toBeVisible();
    const diff = screen.getByRole('region', {
      name: 'What the template changed in Dockerfile',
    });
    expect(within(diff).getByText('+EXPOSE 2')).toBeVisible();
    expect(screen.getByText(preview.notes[0])).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
    await userEvent.click(
      screen.getByRole('button', { name: 'Open the pull request' }),
    );
    expect(deliverUpdate).toHaveBeenCalledWith('component:default/gift-cards', {
      version: '1.1.0',
    });
    expect(await screen.findByText('It is being opened')).toBeVisible();
  });

  it('leads to the pull request that is open', async () => {
    renderUpdate(page, {
      path: PATH,
      api: {
        previewUpdate: async () => preview,
        getUpdateOffer: async () => ({
          ...available,
          state: 'open',
          pullRequest,
        }),
      },
    });
    expect(
      (await screen.findByText('Pull request')).closest('a'),
    ).toHaveAttribute('href', pullRequest.url);
  });

  it('asks first what the newer template needs', async () => {
    const previewUpdate = jest.fn(async (_: string, request: object) =>
      'answers' in request
        ? preview
        : {
            ...preview,
            files: [],
            questions: [
              {
                name: 'costCenter',
                title: 'Cost center',
                type: 'string' as const,
              },
            ],
          },
    );
    renderUpdate(page, {
      path: PATH,
      api: { previewUpdate, getUpdateOffer: async () => available },
    });
    await userEvent.type(await screen.findByLabelText(/Cost center/), 'C1');
    await userEvent.click(
      screen.getByRole('button', { name: 'Show what changes' }),
    );
    await waitFor(() =>
      expect(previewUpdate).toHaveBeenLastCalledWith(
        'component:default/gift-cards',
        { answers: { costCenter: 'C1' } },
        expect.anything(),
      ),
    );
    expect(await screen.findByText('Dockerfile')).toBeVisible();
  });
});

describe('the page of templates', () => {
  it('shows versions, and who is behind', async () => {
    const { container } = renderUpdate(<AdoptionPage />, {
      api: {
        getAdoption: async () => ({
          templates: [
            {
              ...available.template,
              newest: '1.1.0',
              versions: [
                { version: '1.1.0', services: 3, isNewest: true },
                { version: '1.0.0', services: 1, isNewest: false },
              ],
              services: 4,
              behind: 1,
              unknown: 0,
              open: [available],
            },
          ],
        }),
      },
    });
    expect(
      await screen.findByText(
        'Newest version 1.1.0 · 1 service of 4 is behind.',
      ),
    ).toBeVisible();
    const row = screen.getByText('gift-cards').closest('tr') as HTMLElement;
    expect(row).toHaveTextContent('1.0.0');
    expect(row).toHaveTextContent('Behind');
    expect(await axe(container)).toHaveNoViolations();
  });

  it('says so where there are none', async () => {
    renderUpdate(<AdoptionPage />, {
      api: { getAdoption: async () => ({ templates: [] }) },
    });
    expect(
      await screen.findByText('No service was made by a template yet'),
    ).toBeVisible();
  });
});
