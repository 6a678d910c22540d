import { useMemo } from 'react';
import { CodeBlock, CopyButton } from '@plimsoll/plugin-plimsoll-react';
import { stringify } from 'yaml';
import styles from './DocumentText.module.css';

/** @internal */
export interface DocumentTextProps {
  title: string;
  document: Record<string, unknown>;
  /** Where it was read from, or what it is for. */
  note?: string;
}

/** A document as YAML, to read and to copy. */
export function DocumentText(props: DocumentTextProps) {
  const { title, document, note } = props;
  const text = useMemo(() => stringify(document, { lineWidth: 0 }), [document]);
  return (
    <div className={styles.text}>
      {note && <p className={styles.location}>{note}</p>}
      <CodeBlock label={title}>{text}</CodeBlock>
      <div>
        <CopyButton text={text} />
      </div>
    </div>
  );
}
