import fc from 'fast-check';
import { SLO_STATES, type SloState } from '../status/SloState';
import { decideGate, type GatedObjective } from './decideGate';
import { DEFAULT_GATE_POLICY as policy, GATE_VERDICTS } from './GatePolicy';
import { readGateOverride } from './readGateOverride';

const NOW = Date.UTC(2026, 10, 21, 12) / 1_000;
const ago = (seconds: number) =>
  new Date((NOW - seconds) * 1_000).toISOString();

function objective(
  state: SloState,
  remaining?: number,
  given: Partial<GatedObjective> = {},
): GatedObjective {
  return {
    ref: 'slo:default/checkout',
    objective: 'availability',
    displayName: 'Availability',
    state,
    budget: { remaining },
    evaluatedAt: ago(60),
    ...given,
  };
}

const gate = (objectives: GatedObjective[], annotation?: string) =>
  decideGate({
    objectives,
    policy,
    now: NOW,
    ...(annotation !== undefined && {
      override: readGateOverride(annotation),
    }),
  });

describe('decideGate', () => {
  it('freezes when a budget is spent', () => {
    const { verdict, reasons } = gate([
      objective('ok', 0.9),
      objective('exhausted', -0.251),
    ]);
    expect(verdict).toBe('block');
    expect(reasons.map(({ code }) => code)).toEqual([
      'exhausted',
      'budget-left',
    ]);
    expect(reasons[0]).toEqual({
      code: 'exhausted',
      verdict: 'block',
      message: 'Availability: its error budget is spent (-25.1 % left)',
      objective: {
        ref: 'slo:default/checkout',
        objective: 'availability',
        displayName: 'Availability',
      },
    });
  });

  it('says what it rests on where people have excluded time', () => {
    const corrections = {
      count: 2,
      excludedSeconds: 7_200,
      rawBudget: { remaining: -0.12 },
    };
    const { verdict, reasons } = gate([objective('ok', 0.5, { corrections })]);
    expect(verdict).toBe('allow');
    expect(reasons[0]).toMatchObject({
      message:
        'Availability: 50 % of its error budget is left; time is excluded by 2 corrections; -12 % is left as measured',
      corrections: { count: 2, rawRemaining: -0.12 },
    });
    const one = { ...corrections, count: 1, rawBudget: {} };
    const [unknown] = gate([
      objective('no-data', 0.5, { corrections: one }),
    ]).reasons;
    expect(unknown.message).toMatch(/; time is excluded by 1 correction$/);
    expect(unknown.corrections).toEqual({ count: 1 });
    const projected = {
      ...one,
      rawProjected: {
        remaining: 0.3,
        expectedTotal: 100,
        basis: 'so-far' as const,
      },
    };
    expect(
      gate([objective('ok', 0.5, { corrections: projected })]).reasons[0]
        .corrections,
    ).toEqual({ count: 1, rawRemaining: 0.3 });
  });

  it('warns below 20 % and not at it', () => {
    expect(gate([objective('ok', 0.2)]).verdict).toBe('allow');
    expect(gate([objective('burning', 0.1999)])).toEqual({
      verdict: 'warn',
      reasons: [
        expect.objectContaining({
          code: 'low-budget',
          message:
            'Availability: 19.9 % of its error budget is left, less than 20 %',
        }),
      ],
    });
  });

  it('goes by the projected budget of a calendar window', () => {
    const projected = {
      remaining: 0.1,
      expectedTotal: 100,
      basis: 'so-far' as const,
    };
    expect(gate([objective('ok', 0.9, { projected })]).verdict).toBe('warn');
  });

  it.each([['no-data'], ['unknown'], ['insufficient']] as const)(
    'warns in state %s and never blocks, whatever was left last',
    state => {
      for (const remaining of [undefined, 1, -5]) {
        expect(gate([objective(state, remaining)]).verdict).toBe('warn');
      }
    },
  );

  it('does not take a burning service with too few events for an overspent one', () => {
    const few = { remaining: -49, allowed: 0.4 };
    expect(gate([objective('burning', -49, { budget: few })])).toMatchObject({
      verdict: 'warn',
      reasons: [{ code: 'insufficient' }],
    });
    const many = { remaining: 0.5, allowed: 1 };
    expect(gate([objective('burning', 0.5, { budget: many })]).verdict).toBe(
      'allow',
    );
  });

  it('says what was left before the source went down', () => {
    expect(gate([objective('unknown', -0.1)]).reasons[0].message).toBe(
      'Availability: its source is down; -10 % of its error budget was left last',
    );
  });

  it('warns of a service without objectives, and of a budget that is not known', () => {
    expect(gate([])).toMatchObject({
      verdict: 'warn',
      reasons: [{ code: 'no-objectives' }],
    });
    expect(gate([objective('warming-up')]).verdict).toBe('warn');
    expect(gate([objective('no-traffic')]).verdict).toBe('allow');
  });

  it('does not believe what was evaluated long ago, for good or ill', () => {
    const since = (seconds: number, state: SloState = 'ok') =>
      gate([objective(state, 0.6, { evaluatedAt: ago(seconds) })]);
    expect(since(600).verdict).toBe('allow');
    expect(since(601)).toMatchObject({
      verdict: 'warn',
      reasons: [
        {
          code: 'no-data',
          message:
            'Availability: it was evaluated last 10 minutes ago, so its budget is not known now; 60 % of its error budget was left last',
        },
      ],
    });
    expect(since(10_800, 'exhausted').verdict).toBe('warn');
    expect(since(10_800, 'no-traffic').verdict).toBe('warn');
    const [reason] = gate([
      objective('no-traffic', undefined, { evaluatedAt: undefined }),
    ]).reasons;
    expect(reason).toMatchObject({
      verdict: 'warn',
      message: expect.stringContaining('not evaluated yet'),
    });
  });

  it('lets a service say otherwise', () => {
    const spent = [objective('exhausted', -1)];
    expect(gate(spent, 'exhausted=warn')).toMatchObject({
      verdict: 'warn',
      reasons: [{ code: 'exhausted' }, { code: 'overridden' }],
    });
    const half = [objective('ok', 0.5)];
    expect(gate(half, 'warnBelowPercent=60').verdict).toBe('warn');
    expect(gate(half, 'exhausted=allow').verdict).toBe('allow');
    const off = gate(spent, 'off');
    expect(off.verdict).toBe('allow');
    expect(off.reasons.map(({ code }) => code)).toEqual([
      'switched-off',
      'exhausted',
    ]);
  });

  it('keeps the policy where the annotation cannot be read, and says so', () => {
    expect(gate([objective('exhausted', -1)], 'never')).toMatchObject({
      verdict: 'block',
      reasons: [{ code: 'exhausted' }, { code: 'override-unreadable' }],
    });
    expect(gate([objective('ok', 1)], 'never').verdict).toBe('warn');
  });

  it('is as strict as its strictest reason, and blocks only what is spent', () => {
    const some = fc.record({
      state: fc.constantFrom(...SLO_STATES),
      remaining: fc.option(fc.double({ min: -5, max: 1, noNaN: true }), {
        nil: undefined,
      }),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 6 }), states => {
        const { verdict, reasons } = gate(
          states.map(({ state, remaining }) => objective(state, remaining)),
        );
        const ranks = reasons.map(reason =>
          GATE_VERDICTS.indexOf(reason.verdict),
        );
        expect(GATE_VERDICTS.indexOf(verdict)).toBe(Math.max(...ranks));
        expect(ranks).toEqual([...ranks].sort((a, b) => b - a));
        expect(verdict === 'block').toBe(
          states.some(({ state }) => state === 'exhausted'),
        );
      }),
    );
  });
});
