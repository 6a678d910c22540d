import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ListPages } from '../paging';
import { renderPart } from '../__testUtils__/renderPart';
import { layOutAt } from '../testUtils';
import { PagedRows, type PagedRowsProps } from './PagedRows';

const pages: ListPages = {
  index: 0,
  next: jest.fn(),
  previous: jest.fn(),
};

function show(options: Partial<PagedRowsProps> = {}) {
  const { container } = renderPart(
    <PagedRows
      page={{
        items: [1, 2],
        totalItems: 1_205,
        pageInfo: { nextCursor: 'after-2' },
      }}
      pages={pages}
      pageSize={2}
      outdated={false}
      {...options}
    >
      {({ narrow, width }) => <p>{`${narrow ? 'cards' : 'table'} ${width}`}</p>}
    </PagedRows>,
  );
  return container.firstElementChild;
}

describe('a page of a list', () => {
  const button = (name: RegExp) => screen.getByRole('button', { name });
  beforeEach(() => jest.clearAllMocks());

  it('says which rows of how many, and walks on by the cursor', async () => {
    show();
    expect(screen.getByText('1\u20132 of 1,205')).toBeVisible();
    expect(button(/previous/i)).toBeDisabled();
    await userEvent.click(button(/next/i));
    expect(pages.next).toHaveBeenCalledWith('after-2');
  });

  it('counts on from the pages before, and walks back', async () => {
    show({
      page: { items: [5], totalItems: 5, pageInfo: {} },
      pages: { ...pages, index: 2 },
    });
    expect(screen.getByText('5\u20135 of 5')).toBeVisible();
    expect(button(/next/i)).toBeDisabled();
    await userEvent.click(button(/previous/i));
    expect(pages.previous).toHaveBeenCalledTimes(1);
  });

  it('draws a table where there is room', () => {
    show();
    expect(screen.getByText('table 1024')).toBeVisible();
  });

  it.each([
    [639, 'cards 639'],
    [640, 'table 640'],
  ])('draws at %p pixels: %p', (width, drawn) => {
    const undo = layOutAt(width);
    show();
    expect(screen.getByText(drawn)).toBeVisible();
    undo();
  });

  it.each([
    [{}, false, 'false'],
    [{ outdated: true }, true, 'true'],
    [{ stale: true }, true, 'false'],
  ])('greys rows that are %j: %p', (options, greyed, busy) => {
    const rows = show(options);
    expect(rows?.hasAttribute('data-outdated')).toBe(greyed);
    expect(rows).toHaveAttribute('aria-busy', busy);
  });
});
