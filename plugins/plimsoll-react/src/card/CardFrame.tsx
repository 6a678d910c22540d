import type { ReactNode } from 'react';
import { AccentLink } from '../links';
import { PlainCard } from '../surface';
import styles from './CardFrame.module.css';

/** @public */
export interface CardFrameProps {
  /** Heading of the card, and its name for screen readers. */
  title: string;
  /** The card in one line. */
  subtitle?: ReactNode;
  /** Beside the title: `DemoBadge`. */
  badge?: ReactNode;
  /** At the end of the head: a `StateChip`. */
  status?: ReactNode;
  /** Where the whole story is told; no link while there is no such place. */
  more?: { href?: string; text: string };
  /** As high as what it holds: it stands alone in its row. */
  isLow?: boolean;
  /** Rows, or one of the other four states. */
  children: ReactNode;
}

/**
 * A card of an entity's overview: title, subtitle and way on stand in the same
 * place, and it has the same height, in all of its states.
 *
 * @public
 */
export function CardFrame(props: CardFrameProps) {
  const { title, subtitle, badge, status, more, isLow, children } = props;
  return (
    <PlainCard label={title}>
      <div className={styles.frame} data-low={isLow || undefined}>
        <div className={styles.head}>
          <h2 className={styles.title}>{title}</h2>
          {badge}
          <span className={styles.end}>
            {status}
            {more?.href && (
              <AccentLink href={more.href}>{more.text}</AccentLink>
            )}
          </span>
        </div>
        {subtitle && <p className={styles.subtitle}>{subtitle}</p>}
        {children}
      </div>
    </PlainCard>
  );
}
