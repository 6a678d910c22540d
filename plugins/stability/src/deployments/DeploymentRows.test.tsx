import { layOutAt, stopDate } from '@plimsoll/plugin-plimsoll-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { NOW } from '../__fixtures__/checkoutEntity';
import {
  checkoutDeployments,
  failedDeployment,
  rollback,
} from '../__fixtures__/checkoutDeployments';
import { change, deployment } from '../__fixtures__/deployment';
import { FixtureStabilityApi } from '../__fixtures__/FixtureStabilityApi';
import { renderForEntity } from '../__testUtils__/renderForEntity';
import { factIndex } from '../words';
import { DeploymentRows } from './DeploymentRows';

describe('the rows of deployments', () => {
  const onShow = jest.fn();
  const onCorrected = jest.fn();
  let undo = () => {};
  beforeEach(() => {
    jest.clearAllMocks();
    stopDate(NOW);
  });
  afterEach(() => {
    undo();
    jest.useRealTimers();
  });

  function show(
    width: number,
    deployments = [failedDeployment, rollback],
    selected?: string,
  ) {
    undo = layOutAt(width);
    return renderForEntity(
      <DeploymentRows
        deployments={deployments}
        index={factIndex({ deployments: checkoutDeployments })}
        selected={selected}
        onShow={onShow}
        onCorrected={onCorrected}
      />,
      { api: new FixtureStabilityApi() },
    );
  }
  const list = async () =>
    within(
      await screen.findByRole('list', { name: 'Deployments' }),
    ).findAllByRole('listitem');

  it('are a table with burned budget where there is room', async () => {
    show(1024);
    const row = await screen.findByRole('row', { name: /v2\.31\.0/ });
    expect(row).toHaveTextContent('\u221219.4%');
    expect(
      screen.getByRole('columnheader', { name: 'Budget while live' }),
    ).toBeVisible();
  });

  it('leave the budget to the open deployment beside a drawer', async () => {
    show(800);
    await waitFor(() =>
      expect(
        screen.queryByRole('columnheader', { name: 'Budget while live' }),
      ).toBeNull(),
    );
    expect(
      await screen.findByRole('row', { name: /v2\.31\.0/ }),
    ).not.toHaveTextContent('\u221219.4%');
  });

  it('are blocks of lines on a phone, with all that a row has', async () => {
    const { container } = show(340);
    const [failed, back] = await list();
    expect(failed).toHaveTextContent(
      /^v2\.31\.0.*Failed.*Rolled back.*Lead time4 h 40 minBudget while live\u221219\.4%$/,
    );
    expect(back).toHaveTextContent(/Replaced v2\.31\.0, not counted/);
    expect(back).toHaveTextContent(/Lead timeran 2 min 18 s$/);
    jest.useRealTimers();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('say what is not known', async () => {
    show(340, [
      deployment({ version: 'v1', finishedAt: undefined, changes: [] }),
    ]);
    const [unknown] = await list();
    expect(unknown).toHaveTextContent(/Budget while livecannot tell$/);
    expect(unknown).not.toHaveTextContent(/\b0 s\b/);
  });

  it('tell the median lead time of several changes', async () => {
    show(340, [
      deployment({
        version: 'v1',
        changes: [change(3_600), change(7_200), change(90_000)],
      }),
    ]);
    expect((await list())[0]).toHaveTextContent('Lead time2 h');
  });

  it.each([340, 1024])('open and correct at %p pixels', async width => {
    show(width, undefined, failedDeployment.id);
    const name = await screen.findByRole('button', { name: 'v2.31.0' });
    expect(name).toHaveAttribute('aria-expanded', 'true');
    expect(screen.getByRole('button', { name: 'v2.30.2' })).toHaveAttribute(
      'aria-expanded',
      'false',
    );
    jest.useRealTimers();
    const user = userEvent.setup();
    await user.click(name);
    expect(onShow).toHaveBeenCalledWith(failedDeployment.id);

    await user.click(
      screen.getByRole('button', { name: 'Correct the verdict of v2.31.0' }),
    );
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('radio', { name: /^Clean/ }));
    await user.type(
      within(dialog).getByRole('textbox', { name: /Reason/ }),
      'The provider was down',
    );
    await user.click(
      within(dialog).getByRole('button', { name: 'Save verdict' }),
    );
    await waitFor(() => expect(onCorrected).toHaveBeenCalledTimes(1));
    expect(dialog).not.toBeInTheDocument();
  });
});
