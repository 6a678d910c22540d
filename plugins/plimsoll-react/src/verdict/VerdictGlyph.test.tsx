import { screen } from '@testing-library/react';
import { applyStyleSheet } from '../__testUtils__/applyStyleSheet';
import { declared } from '../__testUtils__/declared';
import { renderPart } from '../__testUtils__/renderPart';
import { IncidentGlyph } from './IncidentGlyph';
import { VERDICT_KINDS, type VerdictKind } from './VerdictKind';
import { VerdictGlyph } from './VerdictGlyph';
import { VerdictLegend } from './VerdictLegend';

const HALF = 8;

describe.each(['light', 'dark'])('VerdictGlyph in the %s theme', theme => {
  beforeEach(() => {
    document.body.dataset.themeMode = theme;
    applyStyleSheet('verdict/VerdictGlyph.module.css');
  });
  afterEach(() => {
    delete document.body.dataset.themeMode;
    document.head.replaceChildren();
  });

  function shapesOf(verdict: VerdictKind): Element[] {
    const { container } = renderPart(
      <svg>
        <VerdictGlyph verdict={verdict} />
      </svg>,
    );
    return Array.from(container.querySelectorAll('g > *'));
  }

  it('draws each verdict in a shape of its own', () => {
    const outlines = VERDICT_KINDS.map(verdict =>
      shapesOf(verdict)
        .map(shape => `${shape.className} ${shape.outerHTML}`)
        .join(''),
    );
    expect(new Set(outlines).size).toBe(VERDICT_KINDS.length);
  });

  it.each(VERDICT_KINDS)('keeps %s inside its box', verdict => {
    for (const shape of shapesOf(verdict)) {
      const numbers = [
        shape.getAttribute('r') ?? '',
        // Absolute coordinates alone; arcs have radii and flags between.
        ...(shape.getAttribute('d') ?? '')
          .split(/(?=[MLHV])/)
          .filter(part => /^[MLHV][^A]*$/.test(part)),
      ]
        .join(' ')
        .match(/-?\d+(\.\d+)?/g);
      for (const number of numbers ?? []) {
        expect(Math.abs(Number(number))).toBeLessThanOrEqual(HALF);
      }
    }
  });

  it('crosses out a failure in white on red', () => {
    const [disc, cross] = shapesOf('failed');
    expect(declared(disc, 'fill')).toBe('var(--bui-negative-bg)');
    expect(declared(cross, 'stroke')).toBe('var(--bui-negative-fg)');
  });

  it('dashes what is pending, and fills what is clean', () => {
    expect(declared(shapesOf('pending')[0], 'stroke-dasharray')).toBe('2 1.4');
    expect(declared(shapesOf('clean')[0], 'fill')).toBe(
      'var(--bui-fg-primary)',
    );
    expect(declared(shapesOf('prevented')[0], 'fill')).toBe(
      'var(--bui-bg-neutral-1)',
    );
  });

  it('marks an incident in a red that reads as a line', () => {
    const { container } = renderPart(
      <svg>
        <IncidentGlyph />
      </svg>,
    );
    expect(declared(container.querySelector('rect')!, 'fill')).toBe(
      'var(--bui-negative-fg-subdued)',
    );
  });
});

describe('VerdictLegend', () => {
  it('names the verdicts that it is given, in their order', () => {
    renderPart(<VerdictLegend verdicts={['failed', 'rollback']} />);
    expect(
      screen.getAllByRole('listitem').map(entry => entry.textContent),
    ).toEqual(['Failed', 'Rollback']);
  });
});
