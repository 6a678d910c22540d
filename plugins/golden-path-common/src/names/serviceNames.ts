import { JAVA_KEYWORDS } from './javaKeywords';

/** Python packages of two words that a service itself may stand on. */
const PYTHON_LIBRARIES =
  /^(prometheus|pydantic|typing|annotated|opentelemetry)_/;

/** 'gift-cards' is 'Gift cards' in headings. */
export function titleOf(name: string): string {
  const words = name.replaceAll('-', ' ');
  return words[0].toUpperCase() + words.slice(1);
}

/**
 * 'gift-cards' is the Python package 'gift_cards'. A single word gets a second
 * one: 'email', 'queue' or 'redis' would stand in front of a library, and
 * 'import' is none.
 */
export function moduleOf(name: string): string {
  const module = name.replaceAll('-', '_');
  return module.includes('_') && !PYTHON_LIBRARIES.test(module)
    ? module
    : `${module}_service`;
}

/** 'gift-cards' is the Java package 'com.shopkart.giftcards'. */
export function javaPackageOf(options: {
  name: string;
  javaGroup: string;
}): string {
  const last = options.name.replaceAll('-', '');
  return `${options.javaGroup}.${
    JAVA_KEYWORDS.has(last) ? `${last}service` : last
  }`;
}
