import { parseEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { PreviewDependency } from '@plimsoll/plugin-golden-path-common';
import { useFormats } from '@plimsoll/plugin-plimsoll-react';
import { RiInformationLine } from '@remixicon/react';
import { goldenPathTranslationRef } from '../../translation';
import styles from './DependencyHint.module.css';

/** Decimals by which two promises are told apart. */
const DECIMALS = 3;

/** What users see of a promise that rests on others. */
export function DependencyHint(props: {
  /** Percent. */
  availability: unknown;
  dependencies: PreviewDependency[];
}) {
  const { availability, dependencies } = props;
  const { t } = useTranslationRef(goldenPathTranslationRef);
  const { locale } = useFormats();
  if (dependencies.length === 0) {
    return null;
  }
  const percent = (ratio: number) =>
    new Intl.NumberFormat(locale, {
      style: 'percent',
      maximumFractionDigits: DECIMALS,
      roundingMode: 'floor',
    } as Intl.NumberFormatOptions).format(Number(ratio.toPrecision(12)));
  // 99.9 / 100 is not quite 0.999
  const own = Number(
    (
      (typeof availability === 'number' ? availability : 99.9) / 100
    ).toPrecision(12),
  );
  const targets = dependencies.flatMap(({ target }) => target ?? []);
  const together = percent(targets.reduce((all, one) => all * one, own));
  const names = dependencies.map(({ ref }) => parseEntityRef(ref).name);

  let sentence: string;
  if (targets.length < dependencies.length) {
    sentence = t('dependency.unknown', {
      names: names
        .filter((_, index) => dependencies[index].target === undefined)
        .join(', '),
    });
  } else if (targets.length > 1) {
    sentence = t('dependency.many', {
      number: String(targets.length),
      together,
    });
  } else {
    sentence = t(targets[0] === own ? 'dependency.same' : 'dependency.other', {
      name: names[0],
      target: percent(targets[0]),
      together,
    });
  }
  return (
    <p className={styles.hint}>
      <RiInformationLine size={16} aria-hidden />
      <span>{sentence}</span>
    </p>
  );
}
