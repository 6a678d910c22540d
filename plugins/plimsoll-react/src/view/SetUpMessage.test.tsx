import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { renderPart } from '../__testUtils__/renderPart';
import { FirstSteps } from './FirstSteps';
import { SetUpMessage } from './SetUpMessage';

describe('SetUpMessage', () => {
  it('keeps the lines one click away, to copy', async () => {
    const user = userEvent.setup();
    const write = jest.spyOn(navigator.clipboard, 'writeText');
    renderPart(
      <SetUpMessage
        title="No bill is read"
        action="Set up in 2 lines"
        lines={'cost:\n  sources: {}\n'}
        label="Lines for app-config.yaml"
      >
        An administrator names a bill.
      </SetUpMessage>,
    );
    expect(screen.getByText('An administrator names a bill.')).toBeVisible();
    expect(screen.queryByRole('region')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Set up in 2 lines' }));
    expect(
      screen.getByRole('region', { name: 'Lines for app-config.yaml' }),
    ).toHaveTextContent('cost: sources: {}');
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    expect(write).toHaveBeenCalledWith('cost:\n  sources: {}\n');
  });
});

describe('FirstSteps', () => {
  it('gives each step its reason, its text and its button', async () => {
    const user = userEvent.setup();
    const write = jest.spyOn(navigator.clipboard, 'writeText');
    const { container } = renderPart(
      <FirstSteps
        title="checkout has no cost yet"
        steps={[
          { why: 'Name it.', label: 'Annotations', text: 'a: 1' },
          { why: 'Or send it.', label: 'Command', text: 'curl', copy: 'Take' },
        ]}
      />,
    );
    expect(
      screen.getByRole('heading', { name: 'checkout has no cost yet' }),
    ).toBeVisible();
    expect(
      screen.getAllByRole('region').map(region => region.textContent),
    ).toEqual(['a: 1', 'curl']);
    expect(container).toHaveTextContent(/Name it\..*Or send it\./);
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    await user.click(screen.getByRole('button', { name: 'Take' }));
    expect(write.mock.calls).toEqual([['a: 1'], ['curl']]);
    expect(
      await axe(container, { rules: { 'heading-order': { enabled: false } } }),
    ).toHaveNoViolations();
  });
});
