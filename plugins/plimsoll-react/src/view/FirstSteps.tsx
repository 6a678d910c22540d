import '../theme/roles.css';
import { Fragment } from 'react';
import { CodeBlock, CopyButton } from '../copy';
import styles from './FirstSteps.module.css';

/** A text that a person copies to begin. @public */
export interface FirstStep {
  /** What it is for, in a sentence. */
  why: string;
  /** Names the text for screen readers. */
  label: string;
  text: string;
  /** The button's words, where "Copy" is not enough. */
  copy?: string;
}

/** @public */
export interface FirstStepsProps {
  /** Names what is missing: "checkout has no objective yet". */
  title: string;
  /** The first is the usual one. */
  steps: readonly FirstStep[];
}

/**
 * What to do where a service has nothing to show yet.
 *
 * @public
 */
export function FirstSteps(props: FirstStepsProps) {
  const { title, steps } = props;
  return (
    <div className={styles.first}>
      <h3 className={styles.title}>{title}</h3>
      {steps.map(({ why, label, text, copy }, index) => (
        <Fragment key={label}>
          <p className={styles.why}>{why}</p>
          <div className={styles.code}>
            <CodeBlock label={label}>{text}</CodeBlock>
          </div>
          <div className={styles.actions}>
            <CopyButton
              variant={index === 0 ? 'primary' : undefined}
              text={text}
              label={copy}
            />
          </div>
        </Fragment>
      ))}
    </div>
  );
}
