import { useState } from 'react';
import { Button } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ChoiceGroup,
  PlainCard,
  useMediaQuery,
} from '@plimsoll/plugin-plimsoll-react';
import type { ServicePreview } from '@plimsoll/plugin-golden-path-common';
import { goldenPathTranslationRef } from '../../translation';
import { FileTree } from './FileTree';
import { useFieldTitle } from './useFieldTitle';
import type { PreviewState } from './usePreview';
import styles from './MadePanel.module.css';

type View = 'files' | 'slo' | 'alerts';

/** What will be made of the answers: files, and the documents in full. */
export function MadePanel(props: { preview: PreviewState }) {
  const { shown, isStale, error, isOff, retry } = props.preview;
  const { t } = useTranslationRef(goldenPathTranslationRef);
  const [view, setView] = useState<View>('files');
  const isNarrow = useMediaQuery('(max-width: 1100px)');

  const content = (
    <>
      {isOff && <p className={styles.second}>{t('made.noTemplate')}</p>}
      {error && !isStale && (
        <div role="alert" className={styles.failed}>
          <strong>{t('made.failed')}</strong>
          <p>{t('made.failedWhy', { reason: reasonOf(error) })}</p>
          <Button variant="secondary" onPress={retry}>
            {t('made.retry')}
          </Button>
        </div>
      )}
      {!shown && !error && !isOff && (
        <p className={styles.second}>{t('made.coming')}</p>
      )}
      {shown && (
        <div className={styles.shown} data-stale={isStale || undefined}>
          <Notices shown={shown} />
          {view === 'files' && shown.service && (
            <>
              <FileTree name={shown.service.name} files={shown.files} />
              <p className={styles.legend}>
                <i aria-hidden /> {t('made.followsLegend')}
              </p>
            </>
          )}
          {view !== 'files' &&
            (view === 'slo'
              ? shown.documents.objectives
              : shown.documents.alerts
            ).map(({ path, text }) => (
              <figure key={path} className={styles.document}>
                <figcaption>{path}</figcaption>
                {/* scrolls, so the keyboard must reach it */}
                {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
                <pre tabIndex={0} role="region" aria-label={path}>
                  {text}
                </pre>
              </figure>
            ))}
        </div>
      )}
    </>
  );
  const head = (
    <>
      <h3 className={styles.title}>{t('made.title')}</h3>
      <p className={styles.second} aria-live="polite">
        {isStale ? t('made.stale') : t('made.subtitle')}
      </p>
    </>
  );
  const choice = (
    <ChoiceGroup<View>
      label={t('made.views')}
      options={[
        { id: 'files', label: t('made.files') },
        { id: 'slo', label: t('made.slo') },
        { id: 'alerts', label: t('made.alerts') },
      ]}
      selected={view}
      onSelect={setView}
    />
  );

  return (
    <PlainCard label={t('made.title')}>
      {isNarrow ? (
        <details className={styles.fold}>
          <summary>{head}</summary>
          {choice}
          {content}
        </details>
      ) : (
        <>
          <div className={styles.head}>
            <div>{head}</div>
            {choice}
          </div>
          {content}
        </>
      )}
    </PlainCard>
  );
}

function Notices({ shown }: { shown: ServicePreview }) {
  const { t } = useTranslationRef(goldenPathTranslationRef);
  const { placeholders, findings, service } = shown;
  const fieldTitle = useFieldTitle();
  return (
    <>
      {!service && <strong>{t('made.nothing')}</strong>}
      {findings.length > 0 && (
        <div className={styles.findings}>
          <strong>{t('made.findings')}</strong>
          <ul>
            {findings.map(({ field, message }) => (
              <li key={`${field} ${message}`}>
                {fieldTitle(field)}: {message}
              </li>
            ))}
          </ul>
        </div>
      )}
      {placeholders.length > 0 && (
        <p className={styles.second}>
          {t('made.placeholders', {
            fields: placeholders.map(fieldTitle).join(', '),
          })}
        </p>
      )}
    </>
  );
}

/** What the backend says for people, without its address. */
function reasonOf(error: Error): string {
  const { body } = error as { body?: { error?: { message?: string } } };
  return body?.error?.message ?? '';
}
