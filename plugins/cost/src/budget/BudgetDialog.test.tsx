import { refusal } from '@plimsoll/plugin-plimsoll-react/testUtils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { checkoutBudget, checkoutCost } from '../__fixtures__/checkoutCost';
import { CHECKOUT } from '../__fixtures__/checkoutEntity';
import { FixtureCostApi } from '../__fixtures__/FixtureCostApi';
import { renderForEntity } from '../__testUtils__/renderForEntity';
import { BudgetDialog } from './BudgetDialog';

describe('setting a budget', () => {
  const onClose = jest.fn();
  const onSaved = jest.fn();
  beforeEach(() => jest.clearAllMocks());

  async function open(changes: Parameters<typeof checkoutCost>[0] = {}) {
    const api = new FixtureCostApi();
    const set = jest.spyOn(api, 'setBudget');
    const remove = jest.spyOn(api, 'removeBudget');
    renderForEntity(
      <BudgetDialog
        cost={checkoutCost(changes)}
        onClose={onClose}
        onSaved={onSaved}
      />,
      { api },
    );
    const dialog = await screen.findByRole('dialog');
    return { user: userEvent.setup(), dialog, set, remove };
  }
  const amount = () =>
    screen.getByRole('textbox', { name: /^A month, in USD/ });
  const save = () => screen.getByRole('button', { name: 'Save budget' });

  it('tells what to go by and who set what is there', async () => {
    const { dialog } = await open();
    expect(dialog).toHaveTextContent('Budget of checkout');
    expect(dialog).toHaveTextContent(
      '$711.50 in October; $748 is expected for this month.',
    );
    expect(dialog).toHaveTextContent(/Set by maja-wrona on 1 Sept?/);
    expect(amount()).toHaveValue('800');
    expect(screen.getByRole('checkbox', { name: '80% is used' })).toBeChecked();
    expect(
      screen.getByRole('checkbox', { name: '50% is used' }),
    ).not.toBeChecked();
  });

  it('saves an amount with the shares at which owners are told', async () => {
    const { user, set } = await open();
    await user.clear(amount());
    await user.type(amount(), '912.5');
    await user.click(screen.getByRole('checkbox', { name: '50% is used' }));
    await user.click(screen.getByRole('checkbox', { name: '100% is used' }));
    await user.click(save());
    expect(set).toHaveBeenCalledWith(CHECKOUT, {
      amount: '912.50',
      currency: 'USD',
      notifyAt: [0.5, 0.8],
    });
    await waitFor(() => expect(onSaved).toHaveBeenCalledTimes(1));
  });

  it.each(['', '0'])('takes no %j for a budget', async text => {
    const { user } = await open({ budget: undefined });
    expect(save()).toBeDisabled();
    if (text) {
      await user.type(amount(), text);
      await user.tab();
    }
    expect(save()).toBeDisabled();
  });

  it('removes one that a person set, not one of app-config', async () => {
    const { user, remove } = await open();
    await user.click(screen.getByRole('button', { name: 'Remove budget' }));
    expect(remove).toHaveBeenCalledWith(CHECKOUT);
    await waitFor(() => expect(onSaved).toHaveBeenCalledTimes(1));
  });

  it('says that a budget is of app-config', async () => {
    const { dialog } = await open({
      budget: { ...checkoutBudget, from: 'config', setBy: undefined },
    });
    expect(dialog).toHaveTextContent('From app-config');
    expect(
      screen.queryByRole('button', { name: 'Remove budget' }),
    ).not.toBeInTheDocument();
  });

  it.each([
    [{ forecast: undefined }, '$711.50 in October.'],
    [{ months: [] }, 'There is no complete month to go by yet.'],
  ])('goes by what there is: %#', async (changes, text) => {
    const { dialog } = await open(changes);
    expect(dialog).toHaveTextContent(text);
  });

  it.each([
    [403, 'You may not do this. It needs cost.budget.write.'],
    [503, 'This could not be saved. Nothing has changed; try again.'],
  ])('stays open and says why it was not saved: %p', async (status, text) => {
    const { user, set } = await open();
    const error = await refusal(status);
    set.mockRejectedValueOnce(error);
    await user.click(save());
    expect(await screen.findByText(text)).toBeVisible();
    expect(onSaved).not.toHaveBeenCalled();
    expect(save()).toBeEnabled();
  });

  it('closes without a word', async () => {
    const { user, set } = await open();
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(onClose).toHaveBeenCalledTimes(1);
    expect(set).not.toHaveBeenCalled();
  });

  it('can be used by everybody', async () => {
    const { dialog } = await open();
    expect(await axe(dialog)).toHaveNoViolations();
  });
});
