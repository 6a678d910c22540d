import type { ReactNode } from 'react';
import type { Entity } from '@backstage/catalog-model';
import { PlainCard } from '@plimsoll/plugin-plimsoll-react';
import {
  authoredDocument,
  documentLocation,
  type Fault,
} from '@plimsoll/plugin-slo-common';
import { FaultLines } from '../notices';
import { DocumentView } from '../panel/DocumentView';
import styles from './DocumentFrame.module.css';

/** @internal */
export interface DocumentFrameProps {
  entity: Entity;
  title: string;
  /** The way on, beside the title. */
  action?: ReactNode;
  /** What is wrong with the document, and what has no effect in it. */
  faults: readonly Fault[];
  children: ReactNode;
}

/** A card of an OpenSLO document: what came of it, its faults, its text. */
export function DocumentFrame(props: DocumentFrameProps) {
  const { entity, title, action, faults, children } = props;
  return (
    <PlainCard label={title}>
      <div className={styles.frame}>
        <div className={styles.head}>
          <h2 className={styles.title}>{title}</h2>
          {action && <span className={styles.action}>{action}</span>}
        </div>
        {children}
        {faults.length > 0 && (
          <FaultLines className={styles.faults} faults={faults} />
        )}
        <DocumentView
          detail={{
            document: authoredDocument(entity),
            location: documentLocation(entity),
          }}
        />
      </div>
    </PlainCard>
  );
}
