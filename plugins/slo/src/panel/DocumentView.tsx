import { lazy, Suspense } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Accordion,
  AccordionPanel,
  AccordionTrigger,
  Skeleton,
} from '@backstage/ui';
import type { ObjectiveDetail } from '@plimsoll/plugin-slo-common';
import { sloTranslationRef } from '../translation';
import styles from './DocumentView.module.css';

// The YAML writer is large, and most readers never open the document.
const DocumentText = lazy(() =>
  import('./DocumentText').then(m => ({ default: m.DocumentText })),
);

/** @internal */
export interface DocumentViewProps {
  detail: Pick<ObjectiveDetail, 'document' | 'location' | 'origin'>;
}

/**
 * The OpenSLO document behind an objective, folded away at first; of what another
 * tool records, the document that would measure the same.
 */
export function DocumentView(props: DocumentViewProps) {
  const { document, location, origin } = props.detail;
  const { t } = useTranslationRef(sloTranslationRef);
  const title = origin ? t('origin.document') : t('panel.document');
  return (
    <div className={styles.document}>
      <Accordion>
        <AccordionTrigger title={title} />
        <AccordionPanel>
          <Suspense fallback={<Skeleton width="100%" height={160} />}>
            <DocumentText
              title={title}
              document={document}
              note={
                origin
                  ? t('origin.documentWhy')
                  : location && t('panel.documentFrom', { location })
              }
            />
          </Suspense>
        </AccordionPanel>
      </Accordion>
    </div>
  );
}
