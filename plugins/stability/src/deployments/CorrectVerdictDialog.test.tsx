import { refusal } from '@plimsoll/plugin-plimsoll-react/testUtils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import type { Deployment } from '@plimsoll/plugin-stability-common';
import { failedDeployment } from '../__fixtures__/checkoutDeployments';
import { FixtureStabilityApi } from '../__fixtures__/FixtureStabilityApi';
import { renderForEntity } from '../__testUtils__/renderForEntity';
import { factIndex } from '../words';
import { CorrectVerdictDialog } from './CorrectVerdictDialog';

const corrected: Deployment = {
  ...failedDeployment,
  verdict: {
    ...failedDeployment.verdict,
    name: 'clean',
    decidedBy: 'person',
    correction: {
      id: 'c1',
      by: 'user:default/maja-wrona',
      at: '2026-11-04T08:00:00.000Z',
      reason: 'The provider was down',
    },
  },
};

describe('correcting a verdict', () => {
  const onClose = jest.fn();
  const onCorrected = jest.fn();
  beforeEach(() => jest.clearAllMocks());

  async function open(deployment: Deployment) {
    const api = new FixtureStabilityApi();
    const correct = jest.spyOn(api, 'correctVerdict');
    const undo = jest.spyOn(api, 'undoVerdict');
    renderForEntity(
      <CorrectVerdictDialog
        deployment={deployment}
        index={factIndex({})}
        onClose={onClose}
        onCorrected={onCorrected}
      />,
      { api },
    );
    const dialog = await screen.findByRole('dialog');
    return { user: userEvent.setup(), dialog, correct, undo };
  }
  const save = () => screen.getByRole('button', { name: 'Save verdict' });

  it('needs a verdict and a reason of ten characters', async () => {
    const { user, dialog, correct } = await open(failedDeployment);
    expect(dialog).toHaveTextContent('What became of v2.31.0?');
    expect(dialog).toHaveTextContent('Rolled back');
    expect(save()).toBeDisabled();
    await user.click(screen.getByRole('radio', { name: /^Clean/ }));
    const reason = screen.getByRole('textbox', { name: /Reason/ });
    await user.type(reason, '  too short  ');
    expect(save()).toBeDisabled();
    await user.clear(reason);
    await user.type(reason, 'The provider was down ');
    await user.click(save());
    expect(correct).toHaveBeenCalledWith(failedDeployment.id, {
      verdict: 'clean',
      reason: 'The provider was down',
    });
    await waitFor(() => expect(onCorrected).toHaveBeenCalledTimes(1));
  });

  it('offers no undo where nobody has overruled', async () => {
    await open(failedDeployment);
    expect(
      screen.queryByRole('button', { name: 'Undo correction' }),
    ).toBeNull();
  });

  it('tells who said what, and takes it back with a reason', async () => {
    const { user, dialog, undo } = await open(corrected);
    expect(dialog).toHaveTextContent(
      /maja-wrona said so on .*: The provider was down/,
    );
    const button = screen.getByRole('button', { name: 'Undo correction' });
    expect(button).toBeDisabled();
    await user.type(
      screen.getByRole('textbox', { name: /Reason/ }),
      'It was our own fault',
    );
    await user.click(button);
    expect(undo).toHaveBeenCalledWith(failedDeployment.id, {
      reason: 'It was our own fault',
    });
    await waitFor(() => expect(onCorrected).toHaveBeenCalledTimes(1));
  });

  it.each([
    [403, 'You may not do this. It needs stability.verdict.write.'],
    [503, 'This could not be saved. Nothing has changed; try again.'],
  ])('stays open and says why it was not saved: %p', async (status, text) => {
    const { user, correct } = await open(failedDeployment);
    const error = await refusal(status);
    correct.mockRejectedValueOnce(error);
    await user.click(screen.getByRole('radio', { name: /^Prevented/ }));
    await user.type(
      screen.getByRole('textbox', { name: /Reason/ }),
      'Nobody saw anything',
    );
    await user.click(save());
    expect(await screen.findByText(text)).toBeVisible();
    expect(onCorrected).not.toHaveBeenCalled();
    expect(save()).toBeEnabled();
  });

  it('closes without a word', async () => {
    const { user, correct } = await open(failedDeployment);
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(onClose).toHaveBeenCalledTimes(1);
    expect(correct).not.toHaveBeenCalled();
  });

  it('can be used by everybody', async () => {
    const { dialog } = await open(corrected);
    expect(await axe(dialog)).toHaveNoViolations();
  });
});
