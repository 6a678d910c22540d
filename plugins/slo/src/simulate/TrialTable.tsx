import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useFormats } from '@plimsoll/plugin-plimsoll-react';
import type {
  SimulatedAlerts,
  SimulatedTarget,
  SimulationAnswer,
} from '@plimsoll/plugin-slo-common';
import { sloTranslationRef } from '../translation';
import { percentOf } from './targetScale';
import { remainingOf } from './trialSentence';
import styles from './TrialTable.module.css';

/** @internal */
export interface TrialTableProps {
  answer: SimulationAnswer;
  /** The target that is tried, 0..1. */
  tried?: number;
}

/** Targets and what they would have meant, the laxest first. */
export function TrialTable(props: TrialTableProps) {
  const { answer, tried } = props;
  const { t } = useTranslationRef(sloTranslationRef);
  const formats = useFormats();
  const isWritten = answer.basis.kind === 'query';
  return (
    <div
      className={styles.scroll}
      role="region"
      aria-label={t('trial.table')}
      // A region that scrolls must be reachable without a pointer.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('trial.columnTarget')}</th>
            <th scope="col">{t('trial.columnBudget')}</th>
            <th scope="col">{t('trial.columnPages')}</th>
            <th scope="col">{t('trial.columnTickets')}</th>
            <th scope="col">{t('trial.columnExhausted')}</th>
            <th scope="col">{t('trial.columnOutage')}</th>
          </tr>
        </thead>
        <tbody>{answer.targets.map(row)}</tbody>
      </table>
    </div>
  );

  function row(target: SimulatedTarget) {
    const remaining = remainingOf(target);
    const isTried = target.target === tried;
    return (
      <tr
        key={target.target}
        aria-current={isTried || undefined}
        data-tried={isTried || undefined}
      >
        <th scope="row">
          {percentOf(target.target)}%
          {target.target === answer.currentTarget && (
            <span className={styles.promised}>
              {t(isWritten ? 'trial.written' : 'trial.promised')}
            </span>
          )}
        </th>
        <td data-over={(remaining ?? 0) < 0 || undefined}>
          {remaining === undefined
            ? t('trial.noNumber')
            : formats.share(remaining)}
        </td>
        <td>{alerts(target.pages)}</td>
        <td>{alerts(target.tickets)}</td>
        <td>{exhausted(target)}</td>
        <td>{formats.duration(target.outageSecondsAMonth)}</td>
      </tr>
    );
  }

  function alerts({ count, undecided }: SimulatedAlerts): string {
    return undecided === 0
      ? formats.count(count)
      : t('trial.atMost', {
          least: formats.count(count),
          most: formats.count(count + undecided),
        });
  }

  function exhausted(target: SimulatedTarget): string {
    if (target.judgedSeconds === 0) {
      return t('trial.noNumber');
    }
    return target.exhaustedSeconds === 0
      ? t('trial.never')
      : formats.duration(target.exhaustedSeconds);
  }
}
