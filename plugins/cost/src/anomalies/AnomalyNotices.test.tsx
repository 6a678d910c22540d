import { screen } from '@testing-library/react';
import { FixtureCostApi } from '../__fixtures__/FixtureCostApi';
import { anomalies } from '../__fixtures__/fleet';
import { renderPage } from '../__testUtils__/renderPage';
import { AnomalyNotices, type AnomalyNoticesProps } from './AnomalyNotices';

const NAME = { name: 'Days out of the ordinary' };

describe('the anomalies of a service', () => {
  afterEach(() => jest.restoreAllMocks());

  const render = (props: Omit<AnomalyNoticesProps, 'currency'>) =>
    renderPage(
      <>
        <AnomalyNotices {...props} currency="USD" />
        <p>below</p>
      </>,
      { api: new FixtureCostApi() },
    );

  it('say which days were never judged, also where there are none', async () => {
    render({ anomalies: [], judgedFrom: '2026-10-21' });
    expect(await screen.findByRole('region', NAME)).toHaveTextContent(
      /^Days before 21 Oct(?: 2026)? were never judged$/,
    );
  });

  it('say so below those that are known', async () => {
    render({ anomalies, judgedFrom: '2026-10-21' });
    expect(await screen.findByRole('region', NAME)).toHaveTextContent(
      /expected .*Days before 21 Oct(?: 2026)? were never judged$/,
    );
  });

  it('are not there where all days were judged and none stood out', async () => {
    render({ anomalies: [] });
    expect(await screen.findByText('below')).toBeVisible();
    expect(screen.queryByRole('region', NAME)).not.toBeInTheDocument();
  });
});
