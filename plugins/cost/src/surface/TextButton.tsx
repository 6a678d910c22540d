import type { ReactNode } from 'react';
import styles from './TextButton.module.css';

/** @internal */
export interface TextButtonProps {
  children: ReactNode;
  /** The same with what it is about, for who does not see the row. */
  label?: string;
  onPress(): void;
}

/** An action that stands in a line of text or in a row, like a link. */
export function TextButton(props: TextButtonProps) {
  const { children, label, onPress } = props;
  return (
    <button
      type="button"
      className={styles.button}
      aria-label={label}
      onClick={onPress}
    >
      {children}
    </button>
  );
}
