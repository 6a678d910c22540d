import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPart } from '../__testUtils__/renderPart';
import { ListFilters } from './ListFilters';
import { NoMatch } from './NoMatch';
import { RowCard, RowCards } from './RowCards';

describe('the filters of a list', () => {
  it('tell a search when typing pauses, and stand in reading order', async () => {
    const onSearch = jest.fn();
    renderPart(
      <ListFilters
        search="Search services"
        text=""
        onSearch={onSearch}
        order={<i>order</i>}
        range={<i>range</i>}
      >
        <i>owner</i>
      </ListFilters>,
    );
    expect(screen.getByRole('search')).toHaveTextContent(/owner.*order.*range/);
    const field = screen.getByRole('searchbox', { name: 'Search services' });
    await userEvent.type(field, 'pay');
    await waitFor(() => expect(onSearch.mock.calls).toEqual([['pay']]));
  });

  it('show the way back where nothing fits them', async () => {
    const onClear = jest.fn();
    renderPart(
      <NoMatch title="No service matches" onClear={onClear}>
        Search for another name.
      </NoMatch>,
    );
    expect(screen.getByText('Search for another name.')).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    expect(onClear).toHaveBeenCalledTimes(1);
  });

  it('may call the way back by another name', () => {
    renderPart(
      <NoMatch title="None" clear="Show all services" onClear={() => {}}>
        Why.
      </NoMatch>,
    );
    expect(
      screen.getByRole('button', { name: 'Show all services' }),
    ).toBeVisible();
  });
});

describe('a row as a card', () => {
  it('keeps its parts in order, and leaves out what is not there', () => {
    renderPart(
      <RowCards>
        <RowCard name="checkout" state="OK" foot="v2" footEnd={'1\u00d7'}>
          bar
        </RowCard>
        <RowCard name="coupon-api" />
      </RowCards>,
    );
    const [whole, bare] = screen.getAllByRole('listitem');
    expect(whole).toHaveTextContent('checkoutOKbarv21\u00d7');
    expect(bare).toHaveTextContent(/^coupon-api$/);
  });
});
