import { render, screen } from '@testing-library/react';
import type { MarkerLane } from '@plimsoll/plugin-plimsoll-react';
import { LaneKey } from './LaneKey';

describe('the key of a lane', () => {
  const lane = (...kinds: string[]): MarkerLane => ({
    id: 'lane',
    title: 'Incidents',
    failed: false,
    markers: kinds.map(kind => ({
      id: kind,
      at: new Date(0),
      kind,
      title: kind,
      glyph: <rect />,
    })),
  });

  it('names marks that are no deployments', () => {
    render(<LaneKey lane={lane('resolved')} />);
    expect(screen.getByText('Incidents')).toBeVisible();
  });

  it.each([['clean'], []])('is none for %p', (...kinds) => {
    const { container } = render(<LaneKey lane={lane(...kinds)} />);
    expect(container).toBeEmptyDOMElement();
  });
});
