import { fleetOverview } from '../__fixtures__/fleet';
import { voice } from '../__testUtils__/voice';
import { poolsText } from './poolsText';

describe('what stands on no service', () => {
  afterEach(() => jest.restoreAllMocks());

  const text = (changes: Partial<typeof fleetOverview.pools>) =>
    poolsText({
      pools: { ...fleetOverview.pools, ...changes },
      currency: 'USD',
      ...voice(),
    });

  it('is told by why, and a pool that holds nothing is no $0.00', () => {
    expect(text({ shared: '0.00' })).toBe('unallocated $61.02, idle $212.40');
  });

  it('is nothing where all of it stands on services', () => {
    expect(text({ unallocated: '0', idle: '0', shared: '0' })).toBe(
      'all of the bill stands on services',
    );
  });
});
