import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPart } from '../__testUtils__/renderPart';
import { ErrorMessage } from './ErrorMessage';

const answered = Object.assign(new Error('at http://10.0.0.1:7007/api'), {
  name: 'ResponseError',
  statusCode: 503,
});

function renderError(
  options: Partial<Parameters<typeof ErrorMessage>[0]> = {},
) {
  const onRetry = jest.fn();
  renderPart(
    <ErrorMessage
      title="The objectives could not be read"
      error={answered}
      backend="slo"
      onRetry={onRetry}
      {...options}
    />,
  );
  return onRetry;
}

describe('ErrorMessage', () => {
  it('says what happened and that the service is not affected', () => {
    renderError();
    const alert = screen.getByRole('alert');
    expect(alert).toHaveTextContent('The objectives could not be read');
    expect(alert).toHaveTextContent(
      'The slo backend answered 503. The service itself is not affected.',
    );
    expect(alert).not.toHaveTextContent(/10\.0\.0\.1|http/);
    expect(alert).not.toHaveTextContent(/Last tried/);
  });

  it('says so when no answer came', () => {
    renderError({ error: new TypeError('Failed to fetch') });
    expect(screen.getByRole('alert')).toHaveTextContent(
      'The slo backend does not answer.',
    );
  });

  it('says when it was tried and when it will be', () => {
    renderError({
      tried: { at: new Date(2026, 10, 20, 14, 6, 9), nextInSeconds: 90 },
    });
    expect(screen.getByRole('alert')).toHaveTextContent(
      'Last tried at 14:06:09, next try in 1 min 30 s.',
    );
  });

  it('tries again when asked', async () => {
    const onRetry = renderError();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(onRetry).toHaveBeenCalledTimes(1);
  });

  it('copies the details without internal addresses', async () => {
    const user = userEvent.setup();
    const written = jest.spyOn(navigator.clipboard, 'writeText');
    renderError();
    await user.click(screen.getByRole('button', { name: 'Copy details' }));
    expect(written).toHaveBeenCalledWith(
      'ResponseError: at [address]\nHTTP 503',
    );
  });
});
