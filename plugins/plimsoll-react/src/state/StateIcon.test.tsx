import { screen } from '@testing-library/react';
import { renderPart } from '../__testUtils__/renderPart';
import { StateIcon } from './StateIcon';

describe('StateIcon', () => {
  it('says the word of its state to those who cannot see the sign', () => {
    renderPart(<StateIcon state="insufficient" />);
    const icon = screen.getByRole('img', { name: 'Too few events' });
    expect(icon).toHaveAttribute('title', 'Too few events');
    expect(icon).toHaveAttribute('data-state', 'insufficient');
    expect(icon.querySelector('svg')).toHaveAttribute('width', '16');
  });

  it('takes another size', () => {
    renderPart(<StateIcon state="ok" size={24} />);
    const icon = screen.getByRole('img', { name: 'OK' });
    expect(icon.querySelector('svg')).toHaveAttribute('width', '24');
  });
});
