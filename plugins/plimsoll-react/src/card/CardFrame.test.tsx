import { screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { renderPart } from '../__testUtils__/renderPart';
import { CardFooter } from './CardFooter';
import { CardFrame } from './CardFrame';
import { CardList } from './CardList';
import { FigureRow } from './FigureRow';

describe('the frame of a card', () => {
  it('names the card, and leads to the whole story', async () => {
    const { container } = renderPart(
      <CardFrame
        title="Cost"
        subtitle="1 to 17 November"
        badge={<em>Demo data</em>}
        status={<em>Unknown for 14 min</em>}
        more={{ href: '/catalog/cost', text: 'Breakdown' }}
      >
        <p>rows</p>
      </CardFrame>,
    );
    const card = screen.getByRole('region', { name: 'Cost' });
    expect(
      within(card).getByRole('heading', { name: 'Cost', level: 2 }),
    ).toBeVisible();
    expect(
      within(card).getByRole('link', { name: 'Breakdown' }),
    ).toHaveAttribute('href', '/catalog/cost');
    // In the order in which it is read.
    expect(card).toHaveTextContent(
      'CostDemo dataUnknown for 14 minBreakdown1 to 17 Novemberrows',
    );
    expect(await axe(container)).toHaveNoViolations();
  });

  it('leads nowhere while there is nowhere to go', () => {
    const { container } = renderPart(
      <CardFrame title="Cost" more={{ href: undefined, text: 'Breakdown' }}>
        <p>rows</p>
      </CardFrame>,
    );
    expect(container).not.toHaveTextContent('Breakdown');
    expect(container.querySelectorAll('p')).toHaveLength(1);
  });
});

describe('a row of a card', () => {
  const row = (options: Partial<Parameters<typeof FigureRow>[0]> = {}) => {
    renderPart(
      <CardList>
        <FigureRow
          name="Expected"
          figure="$748"
          ground="of $800"
          {...options}
        />
      </CardList>,
    );
    return screen.getByRole('listitem');
  };

  it('shows the figure on its ground, beside its target', () => {
    expect(row({ target: 'under budget' })).toHaveTextContent(
      'Expected$748of $800under budget',
    );
  });

  it('draws a picture before the figure and a strip before its ground', () => {
    expect(
      row({ picture: <i>picture</i>, strip: <i>strip</i> }),
    ).toHaveTextContent('Expectedpicture$748stripof $800');
  });

  it('greys a figure that is older than it should be', () => {
    row({ stale: true });
    expect(screen.getByText('$748')).toHaveAttribute('data-stale');
  });

  it('greys nothing else', () => {
    row({ first: true });
    expect(screen.getByText('$748')).not.toHaveAttribute('data-stale');
    expect(screen.getByText('Expected')).toHaveAttribute('data-first');
  });
});

it('says how fresh a card is, line by line', () => {
  renderPart(
    <CardFooter>
      <p>Two events wait</p>
      <p>Brought up to date 24 s ago</p>
    </CardFooter>,
  );
  expect(screen.getByText('Brought up to date 24 s ago')).toBeVisible();
  expect(screen.getByText('Two events wait')).toBeVisible();
});
