import { screen } from '@testing-library/react';
import { renderPart } from '../__testUtils__/renderPart';
import { SecondText, TwoLines } from './TwoLines';

describe('TwoLines', () => {
  it('sets whose it is below what it is', () => {
    const { container } = renderPart(
      <TwoLines second="payments-crew" leastWidth={130}>
        checkout
      </TwoLines>,
    );
    expect(container.firstElementChild).toHaveStyle({ minWidth: '130px' });
    expect(
      Array.from(
        container.firstElementChild?.children ?? [],
        line => line.textContent,
      ),
    ).toEqual(['checkout', 'payments-crew']);
  });

  it('leaves no empty line', () => {
    const { container } = renderPart(<TwoLines second="">3.3%</TwoLines>);
    expect(container.firstElementChild?.children).toHaveLength(1);
  });

  it('has words of lesser weight', () => {
    renderPart(<SecondText>none open</SecondText>);
    expect(screen.getByText('none open')).toHaveClass('second');
  });
});
