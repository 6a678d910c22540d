import { useEffect, useRef, type ReactNode } from 'react';
import styles from './CoveringDrawer.module.css';

/** @internal */
export interface CoveringDrawerProps {
  label: string;
  onClose: () => void;
  children: ReactNode;
}

/**
 * A drawer over the page: the browser's own modal dialog, which keeps the
 * focus inside and the page behind it inert.
 *
 * @internal
 */
export function CoveringDrawer(props: CoveringDrawerProps) {
  const { label, onClose, children } = props;
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    const element = dialog.current;
    if (element && !element.open) {
      // Absent where there is no layout, as under jsdom.
      if (element.showModal) {
        element.showModal();
      } else {
        element.setAttribute('open', '');
      }
    }
    return () => element?.close?.();
  }, []);

  return (
    // A click on the backdrop is a click on the dialog itself; Escape is the
    // dialog's own cancel event.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events
    <dialog
      className={styles.drawer}
      ref={dialog}
      aria-label={label}
      onCancel={event => {
        event.preventDefault();
        onClose();
      }}
      onClick={event => {
        if (event.target === dialog.current) {
          onClose();
        }
      }}
    >
      {children}
    </dialog>
  );
}
