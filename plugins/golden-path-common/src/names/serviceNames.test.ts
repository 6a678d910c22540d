import { javaPackageOf, moduleOf, titleOf } from './serviceNames';

describe('names of a service', () => {
  it.each([
    ['gift-cards', 'Gift cards', 'gift_cards', 'com.shopkart.giftcards'],
    // would stand in front of a library of Python
    ['email', 'Email', 'email_service', 'com.shopkart.email'],
    [
      'pydantic-core',
      'Pydantic core',
      'pydantic_core_service',
      'com.shopkart.pydanticcore',
    ],
    // words of the languages themselves
    ['import', 'Import', 'import_service', 'com.shopkart.importservice'],
    ['inter-face', 'Inter face', 'inter_face', 'com.shopkart.interfaceservice'],
    ['a1-2b', 'A1 2b', 'a1_2b', 'com.shopkart.a12b'],
  ])('of %s', (name, title, module, javaPackage) => {
    expect(titleOf(name)).toBe(title);
    expect(moduleOf(name)).toBe(module);
    expect(javaPackageOf({ name, javaGroup: 'com.shopkart' })).toBe(
      javaPackage,
    );
  });
});
