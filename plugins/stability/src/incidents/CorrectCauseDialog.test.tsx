import { refusal } from '@plimsoll/plugin-plimsoll-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import type { Deployment, Incident } from '@plimsoll/plugin-stability-common';
import { failedDeployment } from '../__fixtures__/checkoutDeployments';
import { incident, redisIncident } from '../__fixtures__/checkoutIncidents';
import { FixtureStabilityApi } from '../__fixtures__/FixtureStabilityApi';
import { renderForEntity } from '../__testUtils__/renderForEntity';
import { factIndex } from '../words';
import { CorrectCauseDialog } from './CorrectCauseDialog';

describe('naming the cause of an incident', () => {
  const onClose = jest.fn();
  const onCorrected = jest.fn();
  beforeEach(() => jest.clearAllMocks());

  async function open(
    options: {
      about?: Incident;
      deployments?: Deployment[];
      api?: FixtureStabilityApi;
    } = {},
  ) {
    const { about = redisIncident, deployments } = options;
    const api =
      options.api ??
      new FixtureStabilityApi(deployments ? { deployments } : {});
    const list = jest.spyOn(api, 'listDeployments');
    const correct = jest.spyOn(api, 'correctCause');
    const undo = jest.spyOn(api, 'undoCause');
    renderForEntity(
      <CorrectCauseDialog
        incident={about}
        index={factIndex({})}
        onClose={onClose}
        onCorrected={onCorrected}
      />,
      { api },
    );
    const dialog = await screen.findByRole('dialog');
    return { user: userEvent.setup(), dialog, list, correct, undo };
  }
  const choices = async () =>
    (await screen.findAllByRole('radio')).map(
      radio => radio.closest('label')?.textContent,
    );
  const save = () => screen.getByRole('button', { name: 'Save cause' });
  const reason = () => screen.getByRole('textbox', { name: /Reason/ });

  it('offers the deployments before the incident, and none of them', async () => {
    const { dialog, list } = await open();
    expect(dialog).toHaveTextContent('Where did INC-482 come from?');
    expect(dialog).toHaveTextContent('INC-482 names v2.31.0 itself: certain.');
    const offered = await choices();
    expect(offered[0]).toMatch(/^v2\.31\.0, live .* before it: /);
    expect(offered.at(-1)).toBe('No deployment caused it');
    expect(offered).not.toContainEqual(expect.stringMatching(/^v2\.34\.1/));
    expect(list.mock.calls[0][0]).toEqual({
      entityRef: 'component:default/checkout',
      environment: 'production',
      to: '2026-11-03T13:10:05.000Z',
      limit: 5,
    });
  });

  it('saves a deployment with a reason of ten characters', async () => {
    const { user, correct } = await open();
    expect(save()).toBeDisabled();
    await user.click((await screen.findAllByRole('radio'))[1]);
    await user.type(reason(), '  too short  ');
    expect(save()).toBeDisabled();
    await user.clear(reason());
    await user.type(reason(), ' Its cache keys were changed ');
    expect(correct).not.toHaveBeenCalled();
    await user.click(save());
    expect(correct.mock.calls).toEqual([
      [
        redisIncident.id,
        {
          deploymentId: expect.not.stringMatching(failedDeployment.id),
          reason: 'Its cache keys were changed',
        },
      ],
    ]);
    await waitFor(() => expect(onCorrected).toHaveBeenCalledTimes(1));
  });

  it('saves that none did, without naming one', async () => {
    const { user, correct } = await open();
    await user.click(
      await screen.findByRole('radio', { name: 'No deployment caused it' }),
    );
    await user.type(reason(), 'The provider was down');
    await user.click(save());
    expect(correct.mock.calls).toEqual([
      [redisIncident.id, { reason: 'The provider was down' }],
    ]);
  });

  const word = {
    by: 'user:default/maja-wrona',
    at: '2026-11-04T08:00:00.000Z',
    reason: 'The provider was down',
  };

  it('offers no undo where nobody has overruled the rules', async () => {
    await open();
    await choices();
    expect(
      screen.queryByRole('button', { name: 'Undo correction' }),
    ).toBeNull();
  });

  it.each<[string, Partial<Incident>, RegExp]>([
    [
      'that none did',
      { cause: undefined, causedByNone: word },
      /maja-wrona said on .* that no deployment did: The provider was down/,
    ],
    [
      'which one did',
      {
        cause: {
          deploymentId: failedDeployment.id,
          version: 'v2.31.0',
          confidence: 1,
          rule: 'person',
        },
      },
      /maja-wrona named v2\.31\.0 on .*: The provider was down/,
    ],
  ])('takes back with a reason %s', async (_, change, told) => {
    const { user, dialog, correct, undo } = await open({
      about: {
        ...redisIncident,
        ...change,
        correction: { id: 'c1', ...word },
      },
    });
    expect(dialog).toHaveTextContent(told);
    const button = screen.getByRole('button', { name: 'Undo correction' });
    await user.type(reason(), 'too short');
    expect(button).toBeDisabled();
    await user.clear(reason());
    await user.type(reason(), ' It was our own fault ');
    await user.click(button);
    expect(undo.mock.calls).toEqual([
      [redisIncident.id, { reason: 'It was our own fault' }],
    ]);
    expect(correct).not.toHaveBeenCalled();
    await waitFor(() => expect(onCorrected).toHaveBeenCalledTimes(1));
  });

  it('stays open and says why nothing was taken back', async () => {
    const { user, undo } = await open({
      about: { ...redisIncident, correction: { id: 'c1', ...word } },
    });
    undo.mockRejectedValueOnce(await refusal(403));
    await user.type(reason(), 'It was our own fault');
    await user.click(screen.getByRole('button', { name: 'Undo correction' }));
    expect(
      await screen.findByText(
        'You may not do this. It needs stability.verdict.write.',
      ),
    ).toBeVisible();
    expect(onCorrected).not.toHaveBeenCalled();
  });

  it('offers older ones where there are more', async () => {
    const deployments = Array.from({ length: 7 }, (_, index) => ({
      ...failedDeployment,
      id: `d-${index}`,
      version: `v${index}`,
    }));
    const { user, list } = await open({ deployments });
    expect(await choices()).toHaveLength(6);
    await user.click(screen.getByRole('button', { name: 'Show older' }));
    await waitFor(async () => expect(await choices()).toHaveLength(8));
    expect(list.mock.lastCall?.[0].limit).toBe(10);
    expect(screen.queryByRole('button', { name: 'Show older' })).toBeNull();
  });

  it.each<[string, Partial<Incident>, RegExp]>([
    [
      'a rule was less sure',
      {
        cause: {
          deploymentId: 'd-1',
          version: 'v2.22.0',
          confidence: 0.6,
          rule: 'incident-in-window',
        },
      },
      /v2\.22\.0 went live shortly before it: medium\./,
    ],
    [
      'a person named one',
      { cause: { deploymentId: 'd-123456789', confidence: 1, rule: 'person' } },
      /A person named d-12345\./,
    ],
    [
      'a person said that none did',
      {
        causedByNone: {
          by: 'user:default/maja-wrona',
          at: '2026-11-04T08:00:00.000Z',
          reason: 'The provider was down',
        },
      },
      /maja-wrona said on .* that no deployment did: The provider was down/,
    ],
    ['nobody knows', {}, /No rule has found a deployment\./],
  ])('says what holds now where %s', async (_case, told, text) => {
    const { dialog } = await open({
      about: incident({ label: 'INC-455', ...told }),
    });
    expect(dialog).toHaveTextContent(text);
  });

  it('tells a roll-out that was under way as it began', async () => {
    await open({
      deployments: [
        { ...failedDeployment, finishedAt: undefined, title: undefined },
      ],
    });
    expect((await choices())[0]).toBe('v2.31.0, on its way out as it began');
  });

  it.each([
    [403, 'You may not do this. It needs stability.verdict.write.'],
    [503, 'This could not be saved. Nothing has changed; try again.'],
  ])('stays open and says why it was not saved: %p', async (status, text) => {
    const { user, correct } = await open();
    const error = await refusal(status);
    correct.mockRejectedValueOnce(error);
    await user.click((await screen.findAllByRole('radio'))[0]);
    await user.type(reason(), 'Nobody saw anything');
    await user.click(save());
    expect(await screen.findByText(text)).toBeVisible();
    expect(onCorrected).not.toHaveBeenCalled();
    expect(save()).toBeEnabled();
  });

  it('says why there is nothing to choose from', async () => {
    const api = new FixtureStabilityApi();
    const error = await refusal(503);
    jest.spyOn(api, 'listDeployments').mockRejectedValueOnce(error);
    const { dialog, user } = await open({ api });
    const alert = await within(dialog).findByRole('alert');
    expect(alert).toHaveTextContent('The deployments could not be read');
    expect(save()).toBeDisabled();
    await user.click(within(alert).getByRole('button', { name: 'Try again' }));
    expect((await choices()).length).toBeGreaterThan(1);
  });

  it('closes without a word, and can be used by everybody', async () => {
    const { user, dialog, correct } = await open();
    await choices();
    expect(await axe(dialog)).toHaveNoViolations();
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(onClose).toHaveBeenCalledTimes(1);
    expect(correct).not.toHaveBeenCalled();
  });
});
