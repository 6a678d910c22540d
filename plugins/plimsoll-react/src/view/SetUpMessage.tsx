import { useState, type ReactNode } from 'react';
import { Button } from '@backstage/ui';
import { RiBookOpenLine } from '@remixicon/react';
import { CodeBlock, CopyButton } from '../copy';
import { ViewMessage } from './ViewMessage';
import styles from './SetUpMessage.module.css';

/** @public */
export interface SetUpMessageProps {
  /** Names what is missing: "No metrics source is set up". */
  title: string;
  /** One sentence why. */
  children: ReactNode;
  /** The button that shows the lines: "Set up in 4 lines". */
  action: string;
  /** What an administrator adds, to copy. */
  lines: string;
  /** Names the lines for screen readers: "Lines for app-config.yaml". */
  label: string;
}

/**
 * Something is not configured: what an administrator adds is one click away.
 *
 * @public
 */
export function SetUpMessage(props: SetUpMessageProps) {
  const { title, children, action, lines, label } = props;
  const [shown, setShown] = useState(false);
  return (
    <ViewMessage
      kind="not-configured"
      title={title}
      actions={
        shown ? (
          <CopyButton text={lines} />
        ) : (
          <Button
            variant="secondary"
            iconStart={<RiBookOpenLine />}
            onPress={() => setShown(true)}
          >
            {action}
          </Button>
        )
      }
      details={
        shown && (
          <div className={styles.lines}>
            <CodeBlock label={label}>{lines}</CodeBlock>
          </div>
        )
      }
    >
      {children}
    </ViewMessage>
  );
}
