import { useState } from 'react';
import { createEvent, fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { renderPart } from '../__testUtils__/renderPart';
import { ExplainedNumber } from './ExplainedNumber';
import { ExplainLayout } from './ExplainLayout';

function giveRoom(room: boolean) {
  const original = window.matchMedia;
  jest.spyOn(window, 'matchMedia').mockImplementation(query => ({
    ...original(query),
    matches: room && query === '(min-width: 1280px)',
  }));
}

function Page() {
  const [open, setOpen] = useState(false);
  return (
    <ExplainLayout
      drawer={
        open
          ? {
              title: 'Why 52.4%',
              subtitle: 'checkout, read at 14:06',
              content: <a href="/query">Open the query</a>,
              onClose: () => setOpen(false),
            }
          : undefined
      }
    >
      <ExplainedNumber open={open} onExplain={() => setOpen(true)}>
        52.4%
      </ExplainedNumber>
    </ExplainLayout>
  );
}

describe.each([
  { place: 'beside the page', room: true, role: 'complementary' },
  { place: 'over the page', room: false, role: 'dialog' },
])('an explanation $place', ({ room, role }) => {
  beforeEach(() => giveRoom(room));
  afterEach(() => jest.restoreAllMocks());

  async function open() {
    const user = userEvent.setup();
    const page = renderPart(<Page />);
    const number = screen.getByRole('button', { name: '52.4%, explain' });
    await user.click(number);
    return { user, number, ...page };
  }

  it('is not there before it is asked for', () => {
    renderPart(<Page />);
    expect(screen.queryByRole(role)).not.toBeInTheDocument();
    expect(screen.queryByText('Why 52.4%')).not.toBeInTheDocument();
  });

  it('takes the focus to its title', async () => {
    await open();
    const drawer = screen.getByRole(role, { name: 'Why 52.4%' });
    const title = screen.getByRole('heading', { name: 'Why 52.4%' });
    expect(drawer).toContainElement(title);
    expect(title).toHaveFocus();
    expect(drawer).toHaveTextContent('checkout, read at 14:06');
    expect(screen.getByRole('link', { name: 'Open the query' })).toBeVisible();
  });

  it('closes by its button and gives the focus back', async () => {
    const { user, number } = await open();
    await user.click(screen.getByRole('button', { name: 'Close explanation' }));
    expect(screen.queryByRole(role)).not.toBeInTheDocument();
    expect(number).toHaveFocus();
  });

  it('closes by Escape and gives the focus back', async () => {
    const { user, number } = await open();
    await user.tab();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole(role)).not.toBeInTheDocument();
    expect(number).toHaveFocus();
  });

  it('stays open at other keys', async () => {
    const { user } = await open();
    await user.keyboard('a{ArrowDown}');
    expect(screen.getByRole(role)).toBeInTheDocument();
  });

  it('has nothing that axe objects to', async () => {
    const { container } = await open();
    expect(await axe(container)).toHaveNoViolations();
  });
});

describe('the place of an explanation', () => {
  afterEach(() => jest.restoreAllMocks());

  it.each([
    [true, 'complementary', 'dialog'],
    [false, 'dialog', 'complementary'],
  ])('with room beside: %p is a %s', async (room, role, other) => {
    giveRoom(room);
    renderPart(<Page />);
    await userEvent.click(screen.getByRole('button'));
    expect(screen.getByRole(role)).toBeInTheDocument();
    expect(screen.queryByRole(other)).not.toBeInTheDocument();
  });

  it('closes where it covers, by a click beside it, not inside it', async () => {
    giveRoom(false);
    renderPart(<Page />);
    await userEvent.click(screen.getByRole('button'));
    await userEvent.click(screen.getByText('checkout, read at 14:06'));
    const dialog = screen.getByRole('dialog');
    await userEvent.click(dialog);
    expect(dialog).not.toBeInTheDocument();
  });

  it('leaves closing to the page when the browser cancels', async () => {
    giveRoom(false);
    renderPart(<Page />);
    await userEvent.click(screen.getByRole('button'));
    const dialog = screen.getByRole('dialog');
    const cancel = createEvent('cancel', dialog, { cancelable: true });
    fireEvent(dialog, cancel);
    expect(cancel.defaultPrevented).toBe(true);
    expect(dialog).not.toBeInTheDocument();
  });
});
