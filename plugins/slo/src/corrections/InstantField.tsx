import { useId } from 'react';
import styles from './InstantField.module.css';

/** @internal */
export interface InstantFieldProps {
  label: string;
  /** Local time of the reader, `YYYY-MM-DDTHH:MM`; empty: none. */
  value: string;
  /** What is wrong with it. */
  fault?: string;
  onChange(value: string): void;
}

/**
 * A date with a time in the reader's zone. The browser's own field: it speaks
 * the reader's language, by keyboard and on phones too.
 */
export function InstantField(props: InstantFieldProps) {
  const { label, value, fault, onChange } = props;
  const id = useId();
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className={styles.input}
        type="datetime-local"
        value={value}
        aria-invalid={fault !== undefined}
        aria-describedby={fault && `${id}-fault`}
        onChange={event => onChange(event.target.value)}
      />
      {fault && (
        <p id={`${id}-fault`} className={styles.fault}>
          {fault}
        </p>
      )}
    </div>
  );
}
