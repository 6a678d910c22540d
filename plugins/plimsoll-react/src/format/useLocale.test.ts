import { pickLocale } from './useLocale';

describe('pickLocale', () => {
  it("takes the reader's own variant of the portal's language", () => {
    expect(
      pickLocale({ language: 'en', preferred: ['de-AT', 'en-GB', 'en-US'] }),
    ).toBe('en-GB');
  });

  it("stays with the portal's language where the reader prefers another", () => {
    expect(pickLocale({ language: 'de', preferred: ['pl-PL'] })).toBe('de');
  });

  it.each([['en-US@posix'], ['en_US'], ['']])(
    'passes over %p, which is no language tag',
    tag => {
      expect(pickLocale({ language: 'en', preferred: [tag] })).toBe('en');
      expect(pickLocale({ language: tag, preferred: [] })).toBe('en');
    },
  );
});
