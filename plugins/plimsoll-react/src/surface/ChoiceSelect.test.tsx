import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPart } from '../__testUtils__/renderPart';
import { ChoiceSelect } from './ChoiceSelect';

const options = [
  { id: 'failed', label: 'Failed' },
  { id: 'clean', label: 'Clean' },
] as const;

describe('ChoiceSelect', () => {
  it('says what is chosen and tells another choice', async () => {
    const user = userEvent.setup();
    const onSelect = jest.fn();
    renderPart(
      <ChoiceSelect
        label="Verdict"
        any="Any verdict"
        options={options}
        selected="failed"
        onSelect={onSelect}
      />,
    );
    const control = screen.getByRole('button', { name: /Verdict/ });
    expect(control).toHaveTextContent('Failed');
    await user.click(control);
    await user.click(screen.getByRole('option', { name: 'Clean' }));
    await user.click(control);
    await user.click(screen.getByRole('option', { name: 'Any verdict' }));
    expect(onSelect.mock.calls).toEqual([['clean'], [undefined]]);
  });
});
