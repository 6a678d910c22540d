import { useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CodeBlock, CopyButton } from '@plimsoll/plugin-plimsoll-react';
import { stringify } from 'yaml';
import { sloTranslationRef } from '../translation';
import styles from './DocumentText.module.css';

/** @internal */
export interface DocumentTextProps {
  document: Record<string, unknown>;
  /** Where it was read from. */
  location?: string;
}

/** A document as YAML, to read and to copy. */
export function DocumentText(props: DocumentTextProps) {
  const { document, location } = props;
  const { t } = useTranslationRef(sloTranslationRef);
  const text = useMemo(() => stringify(document, { lineWidth: 0 }), [document]);
  return (
    <div className={styles.text}>
      {location && (
        <p className={styles.location}>
          {t('panel.documentFrom', { location })}
        </p>
      )}
      <CodeBlock label={t('panel.document')}>{text}</CodeBlock>
      <div>
        <CopyButton text={text} />
      </div>
    </div>
  );
}
