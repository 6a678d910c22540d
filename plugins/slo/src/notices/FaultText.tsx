import styles from './FaultText.module.css';

/** @internal */
export interface FaultTextProps {
  /** Where the fault is; absent where it has no place in the document. */
  path?: string;
  /** What is wrong there; it goes on where the path ends. */
  message: string;
}

/** A fault as one sentence, whose subject is its place in the document. */
export function FaultText(props: FaultTextProps) {
  const { path, message } = props;
  return path ? (
    <>
      <code className={styles.path}>{path}</code> {message}
    </>
  ) : (
    <>{message}</>
  );
}
