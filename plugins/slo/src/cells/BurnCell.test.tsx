import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import type { ObjectiveStatus } from '@plimsoll/plugin-slo-common';
import { axe } from 'jest-axe';
import { objectiveStatus } from '../__fixtures__/objectiveStatus';
import { BurnCell } from './BurnCell';

describe('the burn of a row', () => {
  const show = (overrides: Partial<ObjectiveStatus>, named = false) =>
    renderInTestApp(
      <div data-testid="cell">
        <BurnCell objective={objectiveStatus(overrides)} named={named} />
      </div>,
    );
  const cell = () => screen.getByTestId('cell');
  const burnRates = { '1h': 20, '6h': 4, '1d': 3.5 };

  it('is that of the last hour, bold once it pages', async () => {
    const { container } = show({ burnRates });
    expect(cell()).toHaveTextContent(/^20\.0\u00d7$/);
    expect(cell().firstChild).toHaveAttribute('data-alarming');
    expect(await axe(container)).toHaveNoViolations();
  });

  it('is of six hours where an hour holds fewer than two slices', () => {
    show({ burnRates, budgeting: 'timeslices', sliceSeconds: 3_600 });
    expect(cell()).toHaveTextContent(/^4\.0\u00d7 over 6.h$/);
    expect(cell().firstChild).not.toHaveAttribute('data-alarming');
  });

  it('is of a day where slices take hours, bold once that is a ticket', () => {
    show({ burnRates, budgeting: 'timeslices', sliceSeconds: 14_400 }, true);
    expect(cell()).toHaveTextContent(/^burn 3\.5\u00d7 over 24.h$/);
    expect(cell().firstChild).toHaveAttribute('data-alarming');
  });

  it('stays that of the hour where nothing can call anybody', () => {
    show({ burnRates, budgeting: 'timeslices', sliceSeconds: 200_000 });
    expect(cell()).toHaveTextContent(/^20\.0\u00d7$/);
    expect(cell().firstChild).not.toHaveAttribute('data-alarming');
  });

  it('is a dash where it is not known', () => {
    show({ burnRates: {}, budgeting: 'timeslices', sliceSeconds: 3_600 });
    expect(cell()).toHaveTextContent(/^\u2013$/);
  });
});
