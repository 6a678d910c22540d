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
  detail: Pick<ObjectiveDetail, 'document' | 'location'>;
}

/** The OpenSLO document behind an objective, folded away at first. */
export function DocumentView(props: DocumentViewProps) {
  const { document, location } = props.detail;
  const { t } = useTranslationRef(sloTranslationRef);
  return (
    <div className={styles.document}>
      <Accordion>
        <AccordionTrigger title={t('panel.document')} />
        <AccordionPanel>
          <Suspense fallback={<Skeleton width="100%" height={160} />}>
            <DocumentText document={document} location={location} />
          </Suspense>
        </AccordionPanel>
      </Accordion>
    </div>
  );
}
