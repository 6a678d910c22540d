import {
  translationApiRef,
  type ApiHolder,
  type TranslationFunction,
  type TranslationRef,
} from '@backstage/frontend-plugin-api';

/**
 * A plugin's words in the reader's language, for what runs outside of
 * components, such as a `MarkerSource`. Waits until the language is loaded.
 *
 * @throws Error in an app without translations
 * @public
 */
export async function readTranslation<
  TMessages extends { [key in string]: string },
>(options: {
  apis: ApiHolder;
  ref: TranslationRef<string, TMessages>;
}): Promise<TranslationFunction<TMessages>> {
  const { apis, ref } = options;
  const translationApi = apis.get(translationApiRef);
  if (!translationApi) {
    throw new Error(
      `No translations: the app provides no ${translationApiRef.id}; Backstage brings one by default`,
    );
  }
  const known = translationApi.getTranslation(ref);
  if (known.ready) {
    return known.t;
  }
  return new Promise((resolve, reject) => {
    const subscription = translationApi.translation$(ref).subscribe({
      next: snapshot => {
        if (snapshot.ready) {
          resolve(snapshot.t);
          // It may answer before there is a subscription.
          setTimeout(() => subscription.unsubscribe());
        }
      },
      error: reject,
    });
  });
}
