import {
  RiPauseCircleLine,
  RiShieldCheckLine,
  RiSubtractLine,
} from '@remixicon/react';
import { HELD_BACK_REASONS, type Saving } from '@plimsoll/plugin-cost-common';
import { useVoice } from '../words';
import styles from './GuardText.module.css';

/** @internal */
export interface GuardTextProps {
  guard: Saving['guard'];
}

const ICONS = {
  none: RiSubtractLine,
  allowed: RiShieldCheckLine,
  'held-back': RiPauseCircleLine,
} as const;

/** Whether the error budget lets a saving through. */
export function GuardText(props: GuardTextProps) {
  const { guard } = props;
  const { formats, t } = useVoice();
  const Icon = ICONS[guard.state];
  return (
    <span className={styles.guard} data-guard={guard.state}>
      <Icon size={15} aria-hidden />
      <span>{text()}</span>
    </span>
  );

  function text(): string {
    switch (guard.state) {
      case 'allowed':
        return t('guard.allowed', {
          share: formats.share(guard.budgetRemaining),
          objective: guard.objective,
        });
      case 'held-back':
        return heldText(guard);
      default:
        return t('guard.none');
    }
  }

  function heldText(
    held: Extract<Saving['guard'], { state: 'held-back' }>,
  ): string {
    const { reason, budgetRemaining, objective } = held;
    if (reason === HELD_BACK_REASONS.noObjective) {
      return t('guard.noObjective');
    }
    if (reason === HELD_BACK_REASONS.notMeasured) {
      return t('guard.notMeasured');
    }
    if (reason === HELD_BACK_REASONS.unknownBudget) {
      return t('guard.unknownBudget');
    }
    if (
      reason !== HELD_BACK_REASONS.lowBudget ||
      budgetRemaining === undefined
    ) {
      return t('guard.held', { reason });
    }
    const isOverspent = budgetRemaining < 0;
    const share = formats.share(Math.abs(budgetRemaining));
    if (objective === undefined) {
      // found by a version that did not say whose budget it is
      return isOverspent
        ? t('guard.overspent', { share })
        : t('guard.lowBudget', { share });
    }
    return isOverspent
      ? t('guard.overspentOf', { share, objective })
      : t('guard.lowBudgetOf', { share, objective });
  }
}
