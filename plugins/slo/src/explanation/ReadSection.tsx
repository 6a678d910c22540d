import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useFormats, useNow } from '@plimsoll/plugin-plimsoll-react';
import type { Explanation } from '@plimsoll/plugin-slo-common';
import { subjectName } from '../names';
import { sloTranslationRef } from '../translation';
import styles from './ReadSection.module.css';
import shared from './explanation.module.css';

/** @internal */
export interface ReadSectionProps {
  read: Explanation['read'];
}

/** More gaps than this are counted, not listed. */
const MOST_GAPS = 3;

/** Longer windows are told in hours: days would hide what is missing. */
const HOURS_FROM = 2 * 86_400;

/** What the ledger and the source were asked, and what is missing. */
export function ReadSection(props: ReadSectionProps) {
  const { read } = props;
  const { t } = useTranslationRef(sloTranslationRef);
  const formats = useFormats();
  const now = useNow();
  const span = (from: string, to: string) =>
    t('explain.span', {
      from: formats.instant(new Date(from), 'short'),
      to: formats.instant(new Date(to), 'short'),
    });

  const held = read.corrections ?? [];
  const rows: Array<{
    id?: string;
    name: string;
    value: string;
    second?: string;
  }> = [
    {
      name: t('explain.window'),
      value: span(read.windowFrom, read.windowTo),
    },
    {
      name: t('explain.measured'),
      value:
        read.windowSeconds < HOURS_FROM
          ? t('explain.measuredOf', {
              measured: formats.duration(read.measuredSeconds),
              window: formats.duration(read.windowSeconds),
            })
          : t('explain.measuredHours', {
              measured: formats.count(Math.floor(read.measuredSeconds / 3600)),
              window: formats.count(Math.round(read.windowSeconds / 3600)),
            }),
      second: formats.share(
        Math.min(1, read.measuredSeconds / read.windowSeconds),
      ),
    },
    {
      name: t('explain.source'),
      value: read.source,
      second:
        read.durationMs === undefined
          ? undefined
          : formats.duration(read.durationMs / 1000),
    },
    ...(read.dataUpTo
      ? [
          {
            name: t('explain.dataUpTo'),
            value: formats.instant(new Date(read.dataUpTo), 'clock-seconds'),
            second: formats.relative(new Date(read.dataUpTo), now),
          },
        ]
      : []),
    ...(read.gaps.length === 0
      ? [{ name: t('explain.missing'), value: t('explain.none') }]
      : []),
    ...read.gaps.slice(0, MOST_GAPS).map(gap => ({
      name: t('explain.missing'),
      value: span(gap.from, gap.to),
      second: t(`gap.${gap.reason}`),
    })),
    ...(held.length === 0
      ? [{ name: t('explain.corrections'), value: t('explain.none') }]
      : []),
    ...held.map(({ id, from, to, excludes, reason, createdBy }) => ({
      id,
      name: t('explain.corrections'),
      value: t('explain.corrected', {
        span: span(excludes?.from ?? from, excludes?.to ?? to),
        reason,
      }),
      second: subjectName(createdBy),
    })),
  ];
  const hidden = read.gaps.length - MOST_GAPS;
  return (
    <section>
      <h3 className={shared.title}>{t('explain.read')}</h3>
      <dl className={styles.rows}>
        {rows.map(({ id, name, value, second }) => (
          <div key={id ?? `${name} ${value}`} className={styles.row}>
            <dt className={styles.name}>{name}</dt>
            <dd className={styles.value}>{value}</dd>
            <dd className={styles.second}>{second}</dd>
          </div>
        ))}
      </dl>
      {hidden > 0 && (
        <p className={shared.below}>{t('explain.more', { count: hidden })}</p>
      )}
    </section>
  );
}
