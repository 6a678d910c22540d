import { screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import { applyStyleSheet } from '../__testUtils__/applyStyleSheet';
import { renderPart } from '../__testUtils__/renderPart';
import { OBJECTIVE_STATES, type ObjectiveState } from './ObjectiveState';
import { StateChip } from './StateChip';

const WORDS: Record<ObjectiveState, string> = {
  ok: 'OK',
  burning: 'Burning',
  exhausted: 'Exhausted',
  'no-traffic': 'No traffic',
  'no-data': 'No data',
  unknown: 'Unknown',
  insufficient: 'Too few events',
  'warming-up': 'Warming up',
};

const DASHED: readonly ObjectiveState[] = [
  'no-data',
  'unknown',
  'insufficient',
  'warming-up',
];
const FILLS: Partial<Record<ObjectiveState, string>> = {
  burning: 'var(--bui-warning-bg-subdued)',
  exhausted: 'var(--bui-negative-bg-subdued)',
  'no-traffic': 'var(--plimsoll-track)',
};

function chipOf(word: string): HTMLElement {
  return screen.getByText(word).closest<HTMLElement>('[data-state]')!;
}

/** The sheet's declarations for an element, the last one wins. */
function declared(element: HTMLElement, property: string): string | undefined {
  return Array.from(document.styleSheets)
    .flatMap(sheet => Array.from(sheet.cssRules))
    .filter(
      (rule): rule is CSSStyleRule =>
        rule instanceof CSSStyleRule && element.matches(rule.selectorText),
    )
    .map(rule => rule.style.getPropertyValue(property))
    .filter(value => value !== '')
    .at(-1);
}

function isDashed(element: HTMLElement): boolean {
  return declared(element, 'border')?.includes('dashed') ?? false;
}

function fillOf(element: HTMLElement): string | undefined {
  return declared(element, 'background');
}

describe.each(['light', 'dark'])('StateChip in the %s theme', theme => {
  beforeEach(() => {
    document.body.dataset.themeMode = theme;
    applyStyleSheet('state/StateChip.module.css');
  });

  afterEach(() => {
    delete document.body.dataset.themeMode;
    document.head.replaceChildren();
  });

  it.each(OBJECTIVE_STATES)('says %s in a word beside a sign', state => {
    renderPart(<StateChip state={state} />);
    const chip = chipOf(WORDS[state]);
    expect(chip).toHaveTextContent(new RegExp(`^${WORDS[state]}$`));
    const sign = chip.querySelector('svg');
    expect(sign).toBeInTheDocument();
    expect(sign).toHaveAttribute('aria-hidden', 'true');
  });

  it('has a sign of its own for each state', () => {
    renderPart(
      <>
        {OBJECTIVE_STATES.map(state => (
          <StateChip key={state} state={state} />
        ))}
      </>,
    );
    const signs = OBJECTIVE_STATES.map(state =>
      chipOf(WORDS[state]).querySelector('path')!.getAttribute('d'),
    );
    expect(new Set(signs).size).toBe(8);
  });

  it.each(OBJECTIVE_STATES)(
    'draws %s dashed only if it is not known',
    state => {
      renderPart(<StateChip state={state} />);
      expect(isDashed(chipOf(WORDS[state]))).toBe(DASHED.includes(state));
    },
  );

  it.each(OBJECTIVE_STATES)('fills %s only if it is known trouble', state => {
    renderPart(<StateChip state={state} />);
    expect(fillOf(chipOf(WORDS[state]))).toBe(FILLS[state]);
  });

  it('takes a longer word', () => {
    renderPart(<StateChip state="unknown" label="Unknown for 14 min" />);
    expect(chipOf('Unknown for 14 min')).toHaveAttribute(
      'data-state',
      'unknown',
    );
    expect(screen.queryByText('Unknown')).not.toBeInTheDocument();
  });

  it('has nothing that axe objects to', async () => {
    const { container } = renderPart(
      <>
        {OBJECTIVE_STATES.map(state => (
          <StateChip key={state} state={state} />
        ))}
      </>,
    );
    expect(await axe(container)).toHaveNoViolations();
  });
});
