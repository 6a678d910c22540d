import { CodeBlock } from '@plimsoll/plugin-plimsoll-react';
import styles from './DiffText.module.css';

/** A change, as `git diff` shows it; the signs tell what the colours tell. */
export function DiffText(props: { label: string; children: string }) {
  const { label, children } = props;
  // its head repeats the name of the file
  const lines = children.trimEnd().split('\n').slice(2);
  return (
    <CodeBlock label={label}>
      {lines.map((line, index) => (
        <span
          // lines repeat, and never change their places
          // eslint-disable-next-line react/no-array-index-key
          key={index}
          className={styles.line}
          data-sign={line.charAt(0)}
        >
          {`${line}\n`}
        </span>
      ))}
    </CodeBlock>
  );
}
