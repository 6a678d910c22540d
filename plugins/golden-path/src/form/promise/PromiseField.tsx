import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { useFormats } from '@plimsoll/plugin-plimsoll-react';
import { goldenPathTranslationRef } from '../../translation';
import { useAnswers } from '../page/FormContext';
import {
  allowedPercent,
  minutesOfPercent,
  percentOfMinutes,
} from './availabilityScale';
import { FigureInput } from './FigureInput';
import { promiseMeaning } from './promiseMeaning';
import { PromiseSlider } from './PromiseSlider';
import styles from './PromiseField.module.css';

const DEFAULT_PERCENT = 99.9;
const DEFAULT_ERRORS = 1;

/** The objective of availability, as minutes of a month and what they mean. */
export function PromiseField(props: FieldExtensionComponentProps<number>) {
  const { formData, onChange, disabled, idSchema } = props;
  const { t } = useTranslationRef(goldenPathTranslationRef);
  const formats = useFormats();
  const answers = useAnswers();
  const percent = formData ?? DEFAULT_PERCENT;
  const errors = answers.errorRatePercent;
  const meaning = promiseMeaning({
    availability: allowedPercent(percent),
    errorRatePercent: typeof errors === 'number' ? errors : DEFAULT_ERRORS,
  });
  const { page, ticket } = meaning;
  const set = (value: number) => onChange(allowedPercent(value));

  return (
    <fieldset className={styles.promise}>
      <legend>{t('promise.title')}</legend>
      <p className={styles.second}>{t('promise.subtitle')}</p>
      <div className={styles.figures}>
        <FigureInput
          label={t('promise.minutes')}
          unit={t('promise.minutesUnit')}
          value={minutesOfPercent(percent)}
          onCommit={minutes => set(percentOfMinutes(minutes))}
          isDisabled={disabled}
        />
        <span className={styles.equals} aria-hidden>
          =
        </span>
        <FigureInput
          id={idSchema?.$id}
          label={t('promise.percent')}
          unit="%"
          value={percent}
          onCommit={set}
          isDisabled={disabled}
        />
        <p className={styles.second}>
          {t('promise.weekly', {
            duration: formats.duration(Math.round(meaning.weekSeconds)),
          })}
          <br />
          {t('promise.requests', { number: formats.count(meaning.oneOf) })}
        </p>
      </div>
      <PromiseSlider value={percent} onChange={set} isDisabled={disabled} />
      <dl className={styles.meaning}>
        <Fact
          name={t('promise.paged')}
          value={
            page
              ? t('promise.pagedAfter', {
                  duration: formats.duration(
                    Math.ceil(page.afterSeconds / 60) * 60,
                  ),
                })
              : t('promise.pagedNever')
          }
          why={
            page
              ? t('promise.pagedWhy', {
                  factor: formats.burnRate(page.factor),
                })
              : t('promise.pagedNeverWhy')
          }
        />
        <Fact
          name={t('promise.ticket')}
          value={
            ticket
              ? t('promise.ticketAt', {
                  factor: formats.burnRate(ticket.factor),
                })
              : t('promise.ticketNever')
          }
          why={
            ticket
              ? t('promise.ticketWhy', {
                  days: formats.count(ticket.days),
                  share: formats.share(ticket.share, { decimals: 0 }),
                })
              : ''
          }
        />
        <Fact
          name={t('promise.releases')}
          value={t('promise.releasesUnder')}
          why={t('promise.releasesWhy', {
            share: formats.share(meaning.warnBelow, { decimals: 0 }),
          })}
        />
      </dl>
    </fieldset>
  );
}

function Fact(props: { name: string; value: string; why: string }) {
  const { name, value, why } = props;
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <strong>{value}</strong>
        <span>{why}</span>
      </dd>
    </div>
  );
}
