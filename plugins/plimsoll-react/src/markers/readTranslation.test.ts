import {
  createTranslationRef,
  translationApiRef,
  type ApiHolder,
  type TranslationApi,
} from '@backstage/frontend-plugin-api';
import { mockApis } from '@backstage/frontend-test-utils';
import { readTranslation } from './readTranslation';

const ref = createTranslationRef({
  id: 'test',
  messages: { lane: 'Deployments of {{service}}' },
});

const holding = (api: TranslationApi | undefined): ApiHolder =>
  ({
    get: ({ id }) => (id === translationApiRef.id ? api : undefined),
  } as ApiHolder);

describe('readTranslation', () => {
  const ready = mockApis.translation();

  it('gives the words that are there', async () => {
    const t = await readTranslation({ apis: holding(ready), ref });
    expect(t('lane', { service: 'checkout' })).toBe('Deployments of checkout');
  });

  it('waits for a language that is being loaded', async () => {
    const unsubscribe = jest.fn();
    const late: TranslationApi = {
      getTranslation: () => ({ ready: false }),
      translation$: asked => ({
        [Symbol.observable]() {
          return this;
        },
        subscribe: observer => {
          const next = typeof observer === 'object' && observer.next;
          if (next) {
            next({ ready: false });
            setTimeout(() => next(ready.getTranslation(asked)));
          }
          return { unsubscribe, closed: false };
        },
      }),
    };
    const t = await readTranslation({ apis: holding(late), ref });
    expect(t('lane', { service: 'cart' })).toBe('Deployments of cart');
    await new Promise(resolve => setTimeout(resolve));
    expect(unsubscribe).toHaveBeenCalledTimes(1);
  });

  it('says what is missing in an app without translations', async () => {
    await expect(
      readTranslation({ apis: holding(undefined), ref }),
    ).rejects.toThrow(/provides no core\.translation/);
  });
});
