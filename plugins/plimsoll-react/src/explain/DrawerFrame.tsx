import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonIcon } from '@backstage/ui';
import { RiCloseLine } from '@remixicon/react';
import { plimsollTranslationRef } from '../translation';
import styles from './DrawerFrame.module.css';

/** @internal */
export interface DrawerFrameProps {
  title: string;
  subtitle?: ReactNode;
  content: ReactNode;
  onClose: () => void;
}

/**
 * Title, close button and the scrolling part of a drawer. Takes the focus
 * when it opens and gives it back when it closes.
 *
 * @internal
 */
export function DrawerFrame(props: DrawerFrameProps) {
  const { title, subtitle, content, onClose } = props;
  const { t } = useTranslationRef(plimsollTranslationRef);
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    const opener = document.activeElement;
    heading.current?.focus();
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) {
        opener.focus();
      }
    };
  }, []);

  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      onClose();
    }
  };

  return (
    // The key closes what holds the focus; the buttons inside stay as they are.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles.frame} onKeyDown={closeOnEscape}>
      <div className={styles.head}>
        <h2 className={styles.title} ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <ButtonIcon
          variant="tertiary"
          icon={<RiCloseLine />}
          aria-label={t('explain.close')}
          onPress={onClose}
        />
      </div>
      {subtitle && <p className={styles.subtitle}>{subtitle}</p>}
      <div className={styles.content}>{content}</div>
    </div>
  );
}
