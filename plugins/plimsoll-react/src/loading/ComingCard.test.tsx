import { render } from '@testing-library/react';
import { ComingCard } from './ComingCard';

it('keeps the height of a card, and says that it is busy', () => {
  const { container } = render(<ComingCard height={280} />);
  expect(container.firstElementChild).toHaveStyle({ minBlockSize: '280px' });
  expect(container.firstElementChild).toHaveAttribute('aria-busy', 'true');
});
