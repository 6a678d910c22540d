import { lazy, Suspense, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Skeleton } from '@backstage/ui';
import { PlainCard } from '@plimsoll/plugin-plimsoll-react';
import { sloTranslationRef } from '../translation';
import styles from './TryDocument.module.css';

// Few who look at the list want to write a document.
const DocumentForm = lazy(() =>
  import('./DocumentForm').then(m => ({ default: m.DocumentForm })),
);

/** A way to check and try a document that the catalog does not know. */
export function TryDocument() {
  const { t } = useTranslationRef(sloTranslationRef);
  const [opened, setOpened] = useState(false);
  return (
    <PlainCard label={t('trial.document')}>
      <details onToggle={() => setOpened(true)}>
        <summary className={styles.title}>{t('trial.document')}</summary>
        {opened && (
          <Suspense fallback={<Skeleton width="100%" height={240} />}>
            <DocumentForm />
          </Suspense>
        )}
      </details>
    </PlainCard>
  );
}
