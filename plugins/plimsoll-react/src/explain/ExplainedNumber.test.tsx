import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { renderPart } from '../__testUtils__/renderPart';
import { ExplainedNumber } from './ExplainedNumber';

describe('ExplainedNumber', () => {
  it('opens its explanation by pointer and by key', async () => {
    const user = userEvent.setup();
    const onExplain = jest.fn();
    renderPart(<ExplainedNumber onExplain={onExplain}>52.4%</ExplainedNumber>);
    const number = screen.getByRole('button', { name: '52.4%, explain' });
    expect(number).toHaveTextContent(/^52.4%$/);

    await user.click(number);
    expect(onExplain).toHaveBeenCalledTimes(1);
    await user.keyboard('{Enter}');
    expect(onExplain).toHaveBeenCalledTimes(2);
  });

  it('tells that its explanation is open', () => {
    const onExplain = jest.fn();
    const { rerender } = renderPart(
      <ExplainedNumber onExplain={onExplain}>52.4%</ExplainedNumber>,
    );
    const number = screen.getByRole('button');
    expect(number).toHaveAttribute('aria-expanded', 'false');
    expect(number).not.toHaveAttribute('data-open');

    rerender(
      <ExplainedNumber onExplain={onExplain} open>
        52.4%
      </ExplainedNumber>,
    );
    expect(number).toHaveAttribute('aria-expanded', 'true');
    expect(number).toHaveAttribute('data-open');
  });

  it('leads to an explanation on another page', () => {
    renderPart(
      <ExplainedNumber to="/slo/1?explain=left">52.4%</ExplainedNumber>,
    );
    expect(
      screen.getByRole('link', { name: '52.4%, explain' }),
    ).toHaveAttribute('href', '/slo/1?explain=left');
  });

  it('is plain text where there is nothing to explain', () => {
    renderPart(<ExplainedNumber>52.4%</ExplainedNumber>);
    expect(screen.getByText('52.4%')).toBeInTheDocument();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });

  it('marks an old value, with and without an explanation', () => {
    renderPart(
      <>
        <ExplainedNumber stale>52.4%</ExplainedNumber>
        <ExplainedNumber stale onExplain={jest.fn()}>
          64.7%
        </ExplainedNumber>
      </>,
    );
    expect(screen.getByText('52.4%')).toHaveAttribute('data-stale');
    expect(screen.getByRole('button')).toHaveAttribute('data-stale');
  });

  it('has nothing that axe objects to', async () => {
    const { container } = renderPart(
      <>
        <ExplainedNumber onExplain={jest.fn()}>52.4%</ExplainedNumber>
        <ExplainedNumber to="/elsewhere">64.7%</ExplainedNumber>
      </>,
    );
    expect(await axe(container)).toHaveNoViolations();
  });
});
