import { screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import { renderPart } from '../__testUtils__/renderPart';
import { ViewMessage, type ViewMessageKind } from './ViewMessage';

const KINDS: readonly ViewMessageKind[] = [
  'empty',
  'error',
  'no-permission',
  'not-configured',
  'not-found',
];

function message(kind: ViewMessageKind) {
  return (
    <ViewMessage
      key={kind}
      kind={kind}
      title={`Title of ${kind}`}
      actions={<button type="button">Do what helps</button>}
      details={<pre>annotation</pre>}
    >
      One sentence why.
    </ViewMessage>
  );
}

describe('ViewMessage', () => {
  it.each(KINDS)('has one frame for all kinds: %s', kind => {
    const { container } = renderPart(message(kind));
    const frame = container.querySelector(`[data-kind="${kind}"]`);
    expect(frame).toContainElement(
      screen.getByRole('heading', { name: `Title of ${kind}`, level: 3 }),
    );
    expect(frame).toContainElement(screen.getByText('One sentence why.'));
    expect(frame).toContainElement(screen.getByText('annotation'));
    expect(frame).toContainElement(screen.getByRole('button'));
  });

  it.each(KINDS)('interrupts only for an error: %s', kind => {
    renderPart(message(kind));
    const alert = screen.queryByRole('alert');
    expect(alert !== null).toBe(kind === 'error');
  });

  it('has a sign of its own for each kind', () => {
    const { container } = renderPart(<>{KINDS.map(message)}</>);
    const signs = Array.from(container.querySelectorAll('svg path'), path =>
      path.getAttribute('d'),
    );
    expect(signs).toHaveLength(KINDS.length);
    expect(new Set(signs).size).toBe(KINDS.length);
  });

  it('leaves no empty row where there is nothing to do', () => {
    const { container } = renderPart(
      <ViewMessage kind="empty" title="Nothing here">
        Nobody has promised anything.
      </ViewMessage>,
    );
    expect(container.querySelector('.actions')).not.toBeInTheDocument();
  });

  it('has nothing that axe objects to', async () => {
    const { container } = renderPart(<>{message('not-configured')}</>);
    expect(
      await axe(container, { rules: { 'heading-order': { enabled: false } } }),
    ).toHaveNoViolations();
  });
});
