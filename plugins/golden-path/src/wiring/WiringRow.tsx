import type { Entity } from '@backstage/catalog-model';
import { Button, ButtonLink } from '@backstage/ui';
import type { WiringLine } from '@plimsoll/plugin-golden-path-common';
import { useNow } from '@plimsoll/plugin-plimsoll-react';
import {
  RiCheckboxCircleFill,
  RiCloseCircleLine,
  RiEyeOffLine,
  RiHourglassLine,
  RiLinkUnlink,
} from '@remixicon/react';
import { useStepPaths } from './useStepPaths';
import { useWiringWords } from './useWiringWords';
import { webAddress } from './webAddress';
import styles from './WiringList.module.css';

const ICONS = {
  done: RiCheckboxCircleFill,
  missing: RiCloseCircleLine,
  waiting: RiHourglassLine,
  unknown: RiLinkUnlink,
  'not-configured': RiEyeOffLine,
};

/** One check: what was seen, since when, and what to do. */
export function WiringRow(props: {
  entity: Entity;
  line: WiringLine;
  busy: boolean;
  onTestAlert(): void;
}) {
  const { entity, line, busy, onTestAlert } = props;
  const { id, state, since, dueAt, sentences, steps } = line;
  const { t, formats, sentence } = useWiringWords();
  const pathOf = useStepPaths(entity);
  const now = useNow();
  const Icon = ICONS[state];
  const seconds = (now.getTime() - Date.parse(since)) / 1_000;
  const done = formats.relative(new Date(since), now);
  const open = t('wiring.forTime', {
    duration: formats.age(Math.max(1, seconds)),
  });
  const time = state === 'done' ? done : open;
  return (
    <li className={styles.row} data-state={state}>
      <Icon className={styles.icon} data-state={state} size={18} aria-hidden />
      <div>
        <div className={styles.top}>
          <span className={styles.what}>{t(`wiring.line.${id}`)}</span>
          {state !== 'done' && (
            <span className={styles.chip} data-state={state}>
              {t(`wiring.state.${state}`)}
            </span>
          )}
          <span className={styles.time}>
            {dueAt && new Date(dueAt) > now
              ? t('wiring.due', {
                  when: formats.relative(new Date(dueAt), now),
                })
              : time}
          </span>
        </div>
        {sentences.map(one => (
          <span key={JSON.stringify(one)} className={styles.says}>
            {sentence(one)}
          </span>
        ))}
        {state !== 'done' && steps.length > 0 && (
          <div className={styles.steps}>
            {steps.map(({ code, href: told }) => {
              const href = webAddress(told) ?? pathOf(code);
              const text = t(`wiring.step.${code}`);
              if (code === 'send-test-alert') {
                return (
                  <Button
                    key={code}
                    variant="secondary"
                    isDisabled={busy}
                    onPress={onTestAlert}
                  >
                    {text}
                  </Button>
                );
              }
              return href ? (
                <ButtonLink key={code} variant="secondary" href={href}>
                  {text}
                </ButtonLink>
              ) : null;
            })}
          </div>
        )}
      </div>
    </li>
  );
}
