import { screen } from '@testing-library/react';
import { renderPart } from '../__testUtils__/renderPart';
import { DemoBadge } from './DemoBadge';
import { RefreshNotice, type RefreshNoticeProps } from './RefreshNotice';

describe('the notice of a refresh that failed', () => {
  beforeEach(() =>
    jest.useFakeTimers({ now: new Date('2026-11-19T09:26:00.000Z') }),
  );
  afterEach(() => jest.useRealTimers());

  const readAt = new Date('2026-11-19T09:23:00.000Z');
  const error = new Error('down');
  const show = (polled: RefreshNoticeProps['polled']) =>
    renderPart(<RefreshNotice polled={polled} />);

  it('tells the age of what is still shown', () => {
    show({ data: 'old', error, readAt });
    expect(screen.getByRole('status')).toHaveTextContent(
      'Could not be refreshed. What you see was read 3 min ago.',
    );
  });

  it('tells the age also where no answer and no failure comes', () => {
    show({ data: 'old', readAt });
    expect(screen.getByRole('status')).toHaveTextContent(/read 3 min ago/);
  });

  it('tells the oldest of several, once', () => {
    show([
      { data: 'new', readAt: new Date('2026-11-19T09:25:50.000Z') },
      { data: 'old', error, readAt },
      { data: 'older', error, readAt: new Date('2026-11-19T09:16:00.000Z') },
      { error },
    ]);
    expect(screen.getAllByRole('status')).toHaveLength(1);
    expect(screen.getByRole('status')).toHaveTextContent(/read 10 min ago/);
  });

  it.each([
    [
      'all is well',
      { data: 'new', readAt: new Date('2026-11-19T09:25:00.000Z') },
    ],
    ['nothing is shown', { error }],
  ])('is silent while %s', (_when, polled) => {
    show(polled);
    expect(screen.queryByRole('status')).not.toBeInTheDocument();
  });
});

describe('DemoBadge', () => {
  it('says that numbers are made up', () => {
    renderPart(<DemoBadge />);
    expect(screen.getByText('Demo data')).toHaveAttribute(
      'title',
      'These numbers are made up by the demo source.',
    );
  });
});
