import {
  addDays,
  type CostCategory,
  type CostDay,
} from '@plimsoll/plugin-cost-common';

/** Cents of 1 to 17 November by category, as in picture 07. */
export const CENTS: ReadonlyArray<readonly [CostCategory, number]> = [
  ['compute', 18_957],
  ['database', 10_676],
  ['cache', 3_961],
  ['network', 4_177],
  ['storage', 1_992],
  ['platform', 1_785],
];

const FIRST = '2026-10-19';
const MONTH = '2026-11-01';
const STEP = '2026-11-11';
/** Last day that the bill knows all of. */
export const COMPLETE_TO = '2026-11-17';

/** Weekends are busier; v2.33.0 made compute dearer on 11 November. */
function weightOf(category: CostCategory, day: string): number {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const weekend = weekday === 0 || weekday === 6 ? 1.1 : 1;
  const wave = 1 + 0.01 * ((Number(day.slice(-2)) * 7) % 5);
  return category === 'compute'
    ? weekend * wave * (day >= STEP ? 1.18 : 1)
    : wave;
}

function centsOf(category: CostCategory, total: number): Map<string, number> {
  const days = Array.from({ length: 30 }, (_, i) => addDays(FIRST, i));
  const month = days.filter(day => day >= MONTH);
  const weight = month.reduce((sum, day) => sum + weightOf(category, day), 0);
  const cents = new Map(
    days.map(day => [
      day,
      Math.floor((total * weightOf(category, day)) / weight),
    ]),
  );
  const given = month.reduce((sum, day) => sum + (cents.get(day) ?? 0), 0);
  // What division left over, so that the month adds up to the cent.
  cents.set(COMPLETE_TO, (cents.get(COMPLETE_TO) ?? 0) + total - given);
  return cents;
}

const text = (cents: number) => (cents / 100).toFixed(2);

/** 30 complete days and two whose bill is not complete. */
export const checkoutDays: CostDay[] = (() => {
  const columns = CENTS.map(
    ([category, total]) => [category, centsOf(category, total)] as const,
  );
  const complete = Array.from({ length: 30 }, (_, i): CostDay => {
    const day = addDays(FIRST, i);
    const parts = columns.map(
      ([category, cents]) => [category, cents.get(day) ?? 0] as const,
    );
    return {
      day,
      total: text(parts.reduce((sum, [, cents]) => sum + cents, 0)),
      categories: Object.fromEntries(
        parts.map(([category, cents]) => [category, text(cents)]),
      ),
    };
  });
  return [
    ...complete,
    {
      day: '2026-11-18',
      total: '6.12',
      incomplete: true,
      expected: '25.48',
      categories: { compute: '6.12' },
    },
    {
      day: '2026-11-19',
      total: '0.00',
      incomplete: true,
      expected: '25.30',
      categories: {},
    },
  ];
})();
