import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { renderPart } from '../__testUtils__/renderPart';
import { ExplainDrawer } from './ExplainDrawer';

describe('an explanation of a card', () => {
  const open = () => {
    const onClose = jest.fn();
    const page = renderPart(
      <ExplainDrawer
        title="Why 99.9%"
        subtitle="Good events of purchase"
        content={<p>Twelve objectives</p>}
        onClose={onClose}
      />,
    );
    return { onClose, ...page };
  };

  it('lies over the page, however wide it is', async () => {
    const { container } = open();
    expect(screen.getByRole('dialog', { name: 'Why 99.9%' })).toHaveTextContent(
      'Why 99.9%Good events of purchaseTwelve objectives',
    );
    expect(screen.getByRole('heading', { name: 'Why 99.9%' })).toHaveFocus();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('closes by its button and by Escape', async () => {
    const user = userEvent.setup();
    const { onClose } = open();
    await user.click(screen.getByRole('button', { name: 'Close explanation' }));
    await user.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalledTimes(2);
  });
});
