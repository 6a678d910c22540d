import { screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import { applyStyleSheet } from '../__testUtils__/applyStyleSheet';
import { declared } from '../__testUtils__/declared';
import { renderPart } from '../__testUtils__/renderPart';
import { VERDICT_KINDS, type VerdictKind } from './VerdictKind';
import { VerdictMark } from './VerdictMark';

const WORDS: Record<VerdictKind, string> = {
  pending: 'Pending',
  clean: 'Clean',
  failed: 'Failed',
  suspect: 'Suspect',
  prevented: 'Prevented',
  rollback: 'Rollback',
  'not-counted': 'Not counted',
};

describe.each(['light', 'dark'])('VerdictMark in the %s theme', theme => {
  beforeEach(() => {
    document.body.dataset.themeMode = theme;
    applyStyleSheet('verdict/VerdictMark.module.css');
  });
  afterEach(() => {
    delete document.body.dataset.themeMode;
    document.head.replaceChildren();
  });

  const all = () =>
    renderPart(
      <>
        {VERDICT_KINDS.map(verdict => (
          <VerdictMark key={verdict} verdict={verdict} />
        ))}
      </>,
    );

  it('says each verdict in a word beside a sign of its own', () => {
    all();
    const signs = VERDICT_KINDS.map(verdict => {
      const sign = screen.getByText(WORDS[verdict]).querySelector('svg');
      expect(sign).toHaveAttribute('aria-hidden', 'true');
      return sign?.querySelector('path')?.getAttribute('d');
    });
    expect(new Set(signs).size).toBe(VERDICT_KINDS.length);
  });

  it('gives a surface to the suspect alone', () => {
    all();
    const surfaces = VERDICT_KINDS.filter(verdict =>
      declared(screen.getByText(WORDS[verdict]), 'background'),
    );
    expect(surfaces).toEqual(['suspect']);
  });

  it('colours trouble, and in a token that reads in both themes', () => {
    all();
    expect(declared(screen.getByText('Failed'), 'color')).toBe(
      'var(--bui-negative-fg-subdued)',
    );
    expect(declared(screen.getByText('Clean'), 'color')).toBe(
      'var(--bui-fg-primary)',
    );
    expect(declared(screen.getByText('Pending'), 'color')).toBe(
      'var(--plimsoll-fg-second)',
    );
  });

  it('has nothing that axe objects to', async () => {
    const { container } = all();
    expect(await axe(container)).toHaveNoViolations();
  });
});
