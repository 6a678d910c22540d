import { stopDate } from '@plimsoll/plugin-plimsoll-react/testUtils';
import { screen } from '@testing-library/react';
import { checkoutProof } from '../__fixtures__/checkoutCost';
import { NOW } from '../__fixtures__/checkoutEntity';
import { FixtureCostApi } from '../__fixtures__/FixtureCostApi';
import { dataQuality } from '../__fixtures__/quality';
import { renderPage } from '../__testUtils__/renderPage';
import { QualityPage } from '../quality/QualityPage';
import { SavingsPage } from '../savings/SavingsPage';
import { UnmappedPage } from '../unmapped/UnmappedPage';

describe.each([
  ['savings', <SavingsPage key="page" />],
  ['what no service owns', <UnmappedPage key="page" />],
  ['the data quality', <QualityPage key="page" />],
])('the page of %s', (_, page) => {
  beforeEach(() => stopDate(NOW));
  afterEach(() => jest.useRealTimers());

  it.each([
    [true, 1],
    [undefined, 0],
  ])('says that its figures are made up: %p', async (demo, badges) => {
    const proof = { ...checkoutProof, demo };
    const api = new FixtureCostApi({ quality: { ...dataQuality, proof } });
    const savings = await api.listSavings({});
    jest.spyOn(api, 'listSavings').mockResolvedValue({ ...savings, proof });
    const unmapped = await api.listUnmapped({});
    jest.spyOn(api, 'listUnmapped').mockResolvedValue({ ...unmapped, proof });
    renderPage(page, { api });
    await screen.findByRole('region', { name: 'Proof' });
    expect(screen.queryAllByText('Demo data')).toHaveLength(badges);
  });
});
