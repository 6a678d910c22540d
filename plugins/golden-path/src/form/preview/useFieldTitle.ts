import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { goldenPathTranslationRef } from '../../translation';
import { formMessages } from '../formMessages';

type Field = keyof typeof formMessages.fieldTitle;

/** What the form's pages call a field; its own name where they have no other. */
export function useFieldTitle(): (field: string) => string {
  const { t } = useTranslationRef(goldenPathTranslationRef);
  return field =>
    Object.hasOwn(formMessages.fieldTitle, field)
      ? t(`fieldTitle.${field as Field}`)
      : field;
}
