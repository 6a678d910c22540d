import { screen } from '@testing-library/react';
import { renderPart } from '../__testUtils__/renderPart';
import { MarkerLegend } from './MarkerLegend';
import type { MarkerLane } from './TimeMarker';

const lane = (id: string, ...kinds: string[]): MarkerLane => ({
  id,
  title: id,
  failed: false,
  markers: kinds.map((kind, index) => ({
    id: `${kind} ${index}`,
    at: new Date(index),
    kind,
    title: kind,
    glyph: <circle />,
  })),
});

describe('MarkerLegend', () => {
  it('names the verdicts that stand on the axis, each once, in one order', () => {
    renderPart(
      <MarkerLegend
        lanes={[
          lane('deployments', 'failed', 'clean', 'failed'),
          lane('incidents', 'open'),
        ]}
      />,
    );
    expect(
      screen.getAllByRole('listitem').map(({ textContent }) => textContent),
    ).toEqual(['Clean', 'Failed']);
  });

  it('takes no room where there is nothing to explain', () => {
    const { container } = renderPart(
      <MarkerLegend lanes={[lane('incidents', 'resolved')]} />,
    );
    expect(container).toBeEmptyDOMElement();
  });
});
