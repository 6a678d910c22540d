import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { NumberField } from '@backstage/ui';
import { ChoiceGroup, useDelayed } from '@plimsoll/plugin-plimsoll-react';
import { sloTranslationRef } from '../translation';
import {
  percentOf,
  sliderIndex,
  SLIDER_TARGETS,
  targetOf,
  USUAL_TARGETS,
} from './targetScale';
import styles from './TargetControls.module.css';

/** @internal */
export interface TargetControlsProps {
  /** Percent: `99.95`. */
  value: string;
  onChange(percent: string): void;
}

const DIGITS = { maximumFractionDigits: 6 };

/** Chooses a target: by the usual ones, by a slider, or by its digits. */
export function TargetControls(props: TargetControlsProps) {
  const { t } = useTranslationRef(sloTranslationRef);
  // The slider runs ahead of the answers.
  const { value, onChange } = useDelayed(props);
  const index = sliderIndex(Number(value));
  return (
    <div className={styles.controls}>
      <ChoiceGroup
        label={t('trial.presets')}
        options={USUAL_TARGETS.map(id => ({ id, label: `${id}%` }))}
        selected={USUAL_TARGETS.find(usual => usual === value)}
        onSelect={onChange}
      />
      <input
        type="range"
        className={styles.slider}
        aria-label={t('trial.slider')}
        aria-valuetext={`${value}%`}
        min={0}
        max={SLIDER_TARGETS.length - 1}
        step={1}
        value={index}
        onChange={event =>
          onChange(String(SLIDER_TARGETS[Number(event.target.value)]))
        }
      />
      <NumberField
        className={styles.field}
        label={t('trial.field')}
        value={Number(value)}
        minValue={0}
        maxValue={99.9999}
        formatOptions={DIGITS}
        onChange={percent => {
          const target = targetOf(String(percent));
          if (target !== undefined) {
            onChange(percentOf(target));
          }
        }}
      />
    </div>
  );
}
