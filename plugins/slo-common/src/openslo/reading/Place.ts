import type { JsonObject, JsonValue } from '@backstage/types';
import { closestWord } from './closestWord';
import { FaultLog } from './FaultLog';
import { ROOT_PATH, childPath } from './jsonPath';

const DNS_LABEL = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

/** What a reader says when a value is missing or wrong. */
export interface Expectation {
  /** How to mend it, as an order: `name the component that it measures`. */
  mend: string;
}

/**
 * One place of a document. Every read gives a value of the type that it
 * promises, and logs a fault when the document holds something else: the value
 * is then a stand-in, since a document with faults is thrown away anyway. So
 * one pass finds every fault.
 */
export class Place {
  readonly path: string;
  readonly #value: JsonValue | undefined;
  readonly #log: FaultLog;

  static root(options: { value: JsonValue; log: FaultLog }): Place {
    return new Place(ROOT_PATH, options.value, options.log);
  }

  private constructor(
    path: string,
    value: JsonValue | undefined,
    log: FaultLog,
  ) {
    this.path = path;
    // `key:` with nothing behind it is how YAML writes "not set".
    this.#value = value === null ? undefined : value;
    this.#log = log;
  }

  get isSet(): boolean {
    return this.#value !== undefined;
  }

  get isObject(): boolean {
    return typeof this.#value === 'object' && !Array.isArray(this.#value);
  }

  fault(message: string): void {
    this.#log.fault({ path: this.path, message });
  }

  warn(message: string): void {
    this.#log.warn({ path: this.path, message });
  }

  /** The place of a key, set or not. */
  at(key: string): Place {
    const path = childPath(this.path, key);
    if (!this.isObject) {
      // That this is no mapping is said once, not again for each of its keys.
      return new Place(path, undefined, new FaultLog());
    }
    const object = this.#value as JsonObject;
    const value = Object.hasOwn(object, key) ? object[key] : undefined;
    return new Place(path, value, this.#log);
  }

  /** The place of an item, set or not. */
  item(index: number): Place {
    const value = Array.isArray(this.#value) ? this.#value[index] : undefined;
    return new Place(childPath(this.path, index), value, this.#log);
  }

  /** Reads what is there, and nothing when nothing is there. */
  ifSet<T>(read: (place: Place) => T): T | undefined {
    return this.isSet ? read(this) : undefined;
  }

  /** Expects a mapping with no keys but these. */
  object(known: readonly string[], expectation: Expectation): this {
    if (!this.isObject) {
      this.#expected('a mapping', expectation);
    }
    const keys = this.isObject ? Object.keys(this.#value as JsonObject) : [];
    for (const key of keys) {
      if (this.#log.isFull) {
        break;
      }
      if (!known.includes(key)) {
        const close = closestWord(key, known);
        this.at(key).fault(
          close
            ? `is not known here; did you mean '${close}'?`
            : `is not known here; remove it, or say it in metadata.annotations`,
        );
      }
    }
    return this;
  }

  /** Keys that hold something; empty where there is no mapping. */
  keys(): string[] {
    return this.isObject
      ? Object.entries(this.#value as JsonObject)
          .filter(([, value]) => value !== null)
          .map(([key]) => key)
      : [];
  }

  /** Expects a mapping with any content. */
  json(expectation: Expectation): JsonObject {
    if (!this.isObject) {
      this.#expected('a mapping', expectation);
      return {};
    }
    return this.#value as JsonObject;
  }

  /** Expects a list with `min` to `max` items. */
  list(options: Expectation & { min: number; max: number }): Place[] {
    const value = this.#value;
    if (!Array.isArray(value)) {
      this.#expected('a list', options);
      return [];
    }
    if (value.length < options.min || value.length > options.max) {
      this.fault(`has ${value.length} items; ${options.mend}`);
      return [];
    }
    return value.map((_, index) => this.item(index));
  }

  /** Expects text that is not empty. */
  text(options: Expectation & { max?: number }): string {
    const value = this.anyText(options);
    if (typeof this.#value === 'string' && value.trim() === '') {
      this.fault(`is empty; ${options.mend}`);
    }
    return value;
  }

  /** Expects text, which may be empty. */
  anyText(options: Expectation & { max?: number }): string {
    const value = this.#value;
    if (typeof value !== 'string') {
      this.#expected('text', options);
      return '';
    }
    const max = options.max;
    // Code points, as the SDK counts them.
    if (max !== undefined && value.length > max && [...value].length > max) {
      this.fault(`is longer than ${max} characters; shorten it`);
    }
    return value;
  }

  /** Expects the name of a document. */
  dnsLabel(expectation: Expectation): string {
    const value = this.text(expectation);
    if (value.trim() !== '' && !DNS_LABEL.test(value)) {
      this.fault(
        `is no name; use at most 63 of a-z, 0-9 and '-', with a letter or a digit at both ends`,
      );
    }
    return value;
  }

  /** Expects one of some words. */
  oneOf<T extends string>(words: readonly T[], expectation: Expectation): T {
    const value = this.text(expectation);
    const found = words.find(word => word === value);
    if (found === undefined && value.trim() !== '') {
      const close = closestWord(value, words);
      this.fault(
        close
          ? `is '${value}'; did you mean '${close}'?`
          : `is none of ${words.join(', ')}; ${expectation.mend}`,
      );
    }
    return found ?? words[0];
  }

  number(expectation: Expectation): number {
    if (typeof this.#value !== 'number') {
      this.#expected('a number', expectation);
      return 0;
    }
    return this.#value;
  }

  /** Whether a number stands here, for values that may be one or text. */
  get isNumber(): boolean {
    return typeof this.#value === 'number';
  }

  /** Whether true or false stands here. */
  get isBoolean(): boolean {
    return typeof this.#value === 'boolean';
  }

  /** Whether a list stands here. */
  get isList(): boolean {
    return Array.isArray(this.#value);
  }

  boolean(expectation: Expectation): boolean {
    if (typeof this.#value !== 'boolean') {
      this.#expected('true or false', expectation);
      return false;
    }
    return this.#value;
  }

  #expected(what: string, expectation: Expectation): void {
    const value = this.#value;
    if (value === undefined) {
      this.fault(`is missing; ${expectation.mend}`);
      return;
    }
    let found = `a ${typeof value}`;
    if (typeof value === 'string') {
      found = 'text';
    } else if (Array.isArray(value)) {
      found = 'a list';
    } else if (typeof value === 'object') {
      found = 'a mapping';
    } else if (typeof value === 'boolean') {
      found = `${value}`;
    }
    const quotes =
      what === 'text' && typeof value !== 'object' ? ' (put it in quotes)' : '';
    this.fault(
      `is ${found} where ${what} belongs${quotes}; ${expectation.mend}`,
    );
  }
}
