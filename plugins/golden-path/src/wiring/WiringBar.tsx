import {
  openFirst,
  type WiringLine,
} from '@plimsoll/plugin-golden-path-common';
import styles from './WiringList.module.css';

/** A segment for each check: what is done first. */
export function WiringBar(props: { lines: WiringLine[]; label: string }) {
  const { lines, label } = props;
  return (
    <div className={styles.bar} role="img" aria-label={label}>
      {openFirst(lines)
        .reverse()
        .map(({ id, state }) => (
          <span key={id} className={styles.segment} data-state={state} />
        ))}
    </div>
  );
}
