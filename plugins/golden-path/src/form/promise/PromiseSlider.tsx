import type { KeyboardEvent } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useFormats } from '@plimsoll/plugin-plimsoll-react';
import { goldenPathTranslationRef } from '../../translation';
import {
  allowedPercent,
  MARKS,
  minutesOfPercent,
  percentAt,
  positionOf,
  SCALE_END,
} from './availabilityScale';
import { percentText } from './percentText';
import styles from './PromiseSlider.module.css';

/** The least that two promises differ by, percent. */
const STEP = 0.01;

const STEPS: Record<string, number> = {
  ArrowRight: STEP,
  ArrowUp: STEP,
  ArrowLeft: -STEP,
  ArrowDown: -STEP,
  PageUp: 0.1,
  PageDown: -0.1,
};

/** The promise on a line of usual ones; its thumb is the load line's mark. */
export function PromiseSlider(props: {
  /** Percent. */
  value: number;
  onChange(percent: number): void;
  isDisabled?: boolean;
}) {
  const { value, onChange, isDisabled } = props;
  const { t } = useTranslationRef(goldenPathTranslationRef);
  const formats = useFormats();
  const position = positionOf(value);
  const share = (position / SCALE_END) * 100;

  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step !== undefined) {
      // by value: places on the line are of different worth
      event.preventDefault();
      onChange(Math.max(allowedPercent(value + step), MARKS[0]));
    }
  };

  return (
    <div className={styles.slider}>
      <div className={styles.line} style={{ '--share': `${share}%` } as object}>
        <input
          type="range"
          aria-label={t('promise.slider')}
          aria-valuetext={t('promise.sliderValue', {
            percent: percentText(value, formats.locale),
            duration: formats.duration(minutesOfPercent(value) * 60),
          })}
          min={0}
          max={SCALE_END}
          step="any"
          value={position}
          disabled={isDisabled}
          onKeyDown={onKeyDown}
          onChange={({ target }) => onChange(percentAt(Number(target.value)))}
        />
        {MARKS.map(mark => (
          <i
            key={mark}
            className={styles.tick}
            data-passed={mark < value || undefined}
            style={{ left: `${(positionOf(mark) / SCALE_END) * 100}%` }}
          />
        ))}
        <svg className={styles.thumb} viewBox="-13 -10 26 20" aria-hidden>
          <circle r="8" />
          <path d="M-13 0h26" />
        </svg>
      </div>
      <ul className={styles.marks}>
        {MARKS.map(mark => (
          <li
            key={mark}
            style={{ left: `${(positionOf(mark) / SCALE_END) * 100}%` }}
          >
            <button
              type="button"
              disabled={isDisabled}
              aria-pressed={mark === value}
              onClick={() => onChange(mark)}
            >
              <span>{percentText(mark, formats.locale)}%</span>
              <small>{formats.duration(minutesOfPercent(mark) * 60)}</small>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
