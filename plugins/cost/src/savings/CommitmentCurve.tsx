import type { Saving } from '@plimsoll/plugin-cost-common';
import { useVoice } from '../words';
import { curvePath } from './curvePath';
import styles from './CommitmentCurve.module.css';

/** @internal */
export interface CommitmentCurveProps {
  /** By rising commitment. */
  curve: NonNullable<Saving['curve']>;
  currency: string;
}

const WIDTH = 340;
const HEIGHT = 110;

/** What each size of a commitment saves: too much of it costs money. */
export function CommitmentCurve(props: CommitmentCurveProps) {
  const { curve, currency } = props;
  const { formats, t } = useVoice();
  const best = curve.reduce((a, b) => (b.saving > a.saving ? b : a));
  const money = (amount: number) =>
    formats.money(amount.toFixed(4), { currency });
  const { path, zero, place } = curvePath({
    curve,
    width: WIDTH,
    height: HEIGHT,
  });
  const [x, y] = place(best);
  const sentence = t('saving.curveText', {
    saving: money(best.saving),
    commitment: money(best.hourlyCommitment),
  });
  return (
    <figure className={styles.figure}>
      <svg
        className={styles.picture}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={sentence}
      >
        <path className={styles.zero} d={`M0 ${zero}H${WIDTH}`} />
        <path className={styles.line} d={path} />
        <circle className={styles.best} cx={x} cy={y} r="4" />
      </svg>
      <figcaption className={styles.caption}>
        {sentence} {t('saving.curveAxis')}
      </figcaption>
    </figure>
  );
}
