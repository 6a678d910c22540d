import type { Saving } from '@plimsoll/plugin-cost-common';

type CurvePoint = NonNullable<Saving['curve']>[number];

/** Pixels that stay free above and below the line. */
const INSET = 6;

/** A curve as SVG: its line, its zero line, and where a point lies. */
export function curvePath(options: {
  curve: readonly CurvePoint[];
  width: number;
  height: number;
}): {
  path: string;
  zero: number;
  place(point: CurvePoint): readonly [x: number, y: number];
} {
  const { curve, width, height } = options;
  const values = curve.map(({ saving }) => saving);
  const high = Math.max(0, ...values);
  const low = Math.min(0, ...values);
  const end = Math.max(...curve.map(point => point.hourlyCommitment)) || 1;
  const y = (value: number) =>
    INSET + ((high - value) / (high - low || 1)) * (height - 2 * INSET);
  const place = ({ hourlyCommitment, saving }: CurvePoint) =>
    [(hourlyCommitment / end) * width, y(saving)] as const;
  return {
    path: curve
      .map((point, index) => {
        const [left, top] = place(point);
        return `${index === 0 ? 'M' : 'L'}${left.toFixed(1)} ${top.toFixed(1)}`;
      })
      .join(''),
    zero: y(0),
    place,
  };
}
