import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  CodeBlock,
  ReadState,
  useFormats,
} from '@plimsoll/plugin-plimsoll-react';
import {
  burnPairs,
  sloObjectiveReadPermission,
  windowSeconds,
  type ObjectiveStatus,
  type SimulatedEpisode,
  type SimulatedTarget,
  type SimulationAnswer,
} from '@plimsoll/plugin-slo-common';
import explanation from '../explanation/explanation.module.css';
import { sloTranslationRef } from '../translation';
import { burnWindowText } from '../words';
import { budgetSteps } from './budgetSteps';
import { targetOf } from './targetScale';
import { trialNotes } from './trialNotes';
import { trialSentence } from './trialSentence';
import { useTrial } from './useTrial';

/** @internal */
export interface TrialExplanationProps {
  objective: ObjectiveStatus;
  /** The target that is tried, in percent. */
  percent: string;
}

/** A list of episodes is read from its newest end. */
const SHOWN = 12;

/** How a trial is worked out: the budget, the alerts, when they went off. */
export function TrialExplanation(props: TrialExplanationProps) {
  const { objective, percent } = props;
  const { t } = useTranslationRef(sloTranslationRef);
  const tried = targetOf(percent) ?? objective.target;
  const trial = useTrial({ objective, target: tried });
  const target = trial.data?.targets.find(one => one.target === tried);
  return trial.data && target ? (
    <Worked answer={trial.data} target={target} />
  ) : (
    <ReadState
      polled={trial}
      title={t('trial.failed')}
      backend="slo"
      permission={sloObjectiveReadPermission.name}
      refused={t('trial.refused')}
    />
  );
}

function Worked(props: { answer: SimulationAnswer; target: SimulatedTarget }) {
  const { answer, target } = props;
  const { t } = useTranslationRef(sloTranslationRef);
  const formats = useFormats();
  const pairs = burnPairs({
    windowSeconds: windowSeconds(answer.window.duration),
    target: target.target,
  }).filter(
    ({ long }) => !target.refusedPairs.some(refused => refused.long === long),
  );
  const { detectable } = target.pages;
  const episodes = [...target.episodes].reverse().slice(0, SHOWN);
  return (
    <div className={explanation.content}>
      <p>{trialSentence({ answer, target, formats, t })}</p>
      <section>
        <h3 className={explanation.title}>{t('trial.explainBudget')}</h3>
        <CodeBlock label={t('trial.explainBudget')}>
          {budgetSteps(target, formats).join('\n')}
        </CodeBlock>
      </section>
      <section>
        <h3 className={explanation.title}>{t('trial.explainAlerts')}</h3>
        <ul className={explanation.notes}>
          {pairs.map(pair => (
            <li key={pair.long}>
              {t('trial.explainPair', {
                long: burnWindowText(pair.long, formats),
                short: burnWindowText(pair.short, formats),
                factor: formats.burnRate(pair.factor),
                severity: severityOf(pair),
              })}
            </li>
          ))}
          {target.refusedPairs.map(pair => (
            <li key={pair.long}>
              {t('trial.explainRefused', {
                long: burnWindowText(pair.long, formats),
                short: burnWindowText(pair.short, formats),
              })}
            </li>
          ))}
          {answer.minBad > 0 && (
            <li>
              {t('trial.explainLeast', {
                least: formats.count(answer.minBad),
              })}
            </li>
          )}
          <li>{t('trial.explainTwice')}</li>
          <li>
            {detectable === undefined
              ? t('trial.explainDetectNone')
              : t('trial.explainDetect', { share: formats.share(detectable) })}
          </li>
        </ul>
      </section>
      <section>
        <h3 className={explanation.title}>{t('trial.explainEpisodes')}</h3>
        {episodes.length === 0 ? (
          <p>{t('trial.explainNoEpisode')}</p>
        ) : (
          <ul className={explanation.notes}>
            {episodes.map(episode => (
              <li key={`${episode.severity} ${episode.from}`}>
                {episodeText(episode)}
              </li>
            ))}
          </ul>
        )}
      </section>
      <section>
        <ul className={explanation.notes}>
          {trialNotes({ answer, target, formats, t }).map(note => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      </section>
    </div>
  );

  function severityOf({ severity }: Pick<SimulatedEpisode, 'severity'>) {
    return t(severity === 'page' ? 'trial.explainPage' : 'trial.explainTicket');
  }

  function episodeText(episode: SimulatedEpisode): string {
    const { from, to } = episode;
    const words = {
      severity: severityOf(episode),
      from: formats.instant(new Date(from), 'short'),
    };
    return to === undefined
      ? t('trial.explainEpisodeOn', words)
      : t('trial.explainEpisode', {
          ...words,
          duration: formats.duration(
            (Date.parse(to) - Date.parse(from)) / 1_000,
          ),
        });
  }
}
