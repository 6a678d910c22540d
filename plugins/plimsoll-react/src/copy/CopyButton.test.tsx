import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { renderPart } from '../__testUtils__/renderPart';
import { CodeBlock } from './CodeBlock';
import { CopyButton } from './CopyButton';

describe('CopyButton', () => {
  afterEach(() => jest.restoreAllMocks());

  it('copies its text and says so', async () => {
    const user = userEvent.setup();
    const written = jest.spyOn(navigator.clipboard, 'writeText');
    renderPart(<CopyButton text="sum(rate(x[5m]))" label="Copy the query" />);
    expect(screen.getByRole('status')).toBeEmptyDOMElement();

    await user.click(screen.getByRole('button', { name: 'Copy the query' }));
    expect(written).toHaveBeenCalledWith('sum(rate(x[5m]))');
    await waitFor(() =>
      expect(screen.getByRole('status')).toHaveTextContent('Copied'),
    );
    expect(screen.getByRole('button')).toHaveTextContent('Copied');
  });

  it('says so when the browser refuses', async () => {
    const user = userEvent.setup();
    renderPart(<CopyButton text="secret" />);
    jest
      .spyOn(navigator.clipboard, 'writeText')
      .mockRejectedValue(new Error('denied'));
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    await waitFor(() =>
      expect(screen.getByRole('status')).toHaveTextContent('Could not copy'),
    );
  });

  it('takes its own name again after two seconds', async () => {
    const user = userEvent.setup();
    renderPart(<CopyButton text="x" />);
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    expect(await screen.findByRole('button', { name: 'Copied' })).toBeVisible();
    await waitFor(() =>
      expect(screen.getByRole('button')).toHaveTextContent(/^Copy$/),
    );
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
  });
});

describe('CodeBlock', () => {
  it('can be reached by keyboard, since it scrolls', async () => {
    const { container } = renderPart(
      <CodeBlock label="The query">sum(x)</CodeBlock>,
    );
    await userEvent.tab();
    expect(screen.getByRole('region', { name: 'The query' })).toHaveFocus();
    expect(screen.getByText('sum(x)').tagName).toBe('CODE');
    expect(await axe(container)).toHaveNoViolations();
  });
});
