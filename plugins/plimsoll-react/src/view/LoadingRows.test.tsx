import { screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import { renderPart } from '../__testUtils__/renderPart';
import { LoadingRows } from './LoadingRows';

describe('LoadingRows', () => {
  it('says that it loads, and nothing of its rows', async () => {
    const { container } = renderPart(<LoadingRows rows={3} />);
    expect(screen.getByRole('status')).toHaveTextContent(/^Loading$/);
    expect(screen.queryByRole('listitem')).not.toBeInTheDocument();
    expect(container.querySelectorAll('li')).toHaveLength(3);
    expect(await axe(container)).toHaveNoViolations();
  });

  it('fades downwards', () => {
    const { container } = renderPart(<LoadingRows />);
    const shades = Array.from(container.querySelectorAll('li'), row =>
      Number(row.style.opacity),
    );
    expect(shades).toHaveLength(5);
    expect(shades[0]).toBe(1);
    expect(shades).toEqual([...shades].sort((a, b) => b - a));
    expect(shades[4]).toBeGreaterThan(0.2);
  });
});
