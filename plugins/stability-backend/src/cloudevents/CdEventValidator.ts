import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { InvalidPayloadError } from '../senders/InvalidPayloadError';
import { CD_EVENTS, cdEventSchema, type CdEventsSpec } from './cdEventSchema';

/** Versions of the types that belong to a version of the specification. */
const EXACT: Record<string, CdEventsSpec> = { '0.2.0': '0.4', '0.3.0': '0.5' };

/** Name and version of the type of an event. */
export interface CdEventType {
  /** `service.deployed` */
  event: string;
  version: string;
}

/** Holds CDEvents against schemas of our own. */
export class CdEventValidator {
  readonly #ajv: Ajv;
  readonly #validators = new Map<string, ValidateFunction>();

  static create(): CdEventValidator {
    return new CdEventValidator();
  }

  private constructor() {
    this.#ajv = new Ajv({ strict: true, allowUnionTypes: true });
    addFormats(this.#ajv);
  }

  /**
   * Reads the type of an event.
   *
   * @returns undefined for what is a CDEvent but none that we understand, and
   * for other events
   */
  typeOf(type: string): CdEventType | undefined {
    const [, event, version] =
      /^dev\.cdevents\.([a-z]+\.[a-z]+)\.(\d+\.\d+\.\d+)(?:-[\w.]+)?$/.exec(
        type,
      ) ?? [];
    return event && CD_EVENTS.includes(event) ? { event, version } : undefined;
  }

  /**
   * Strict for types of 0.4 and 0.5; of other versions only what we read has
   * to be there.
   *
   * @throws InvalidPayloadError that names the path
   */
  check(data: unknown, { event, version }: CdEventType): void {
    const exact = EXACT[version];
    const spec = exact ?? (hasSpecversion(data) ? '0.5' : '0.4');
    const key = `${event} ${spec} ${exact !== undefined}`;
    const validate =
      this.#validators.get(key) ??
      this.#ajv.compile(
        cdEventSchema({ event, spec, strict: exact !== undefined }),
      );
    this.#validators.set(key, validate);
    if (!validate(data)) {
      const [error] = validate.errors ?? [];
      throw InvalidPayloadError.create({
        place: placeOf(error),
        problem: error?.message ?? 'it does not fit',
        mend: `See dev.cdevents.${event} of CDEvents ${spec}`,
      });
    }
  }
}

function hasSpecversion(data: unknown): boolean {
  return (
    typeof data === 'object' &&
    data !== null &&
    'context' in data &&
    typeof data.context === 'object' &&
    data.context !== null &&
    'specversion' in data.context
  );
}

/** `subject.content.environment`, with the name of what is missing or too much. */
function placeOf(error: ErrorObject | undefined): string {
  const params: Record<string, unknown> = error?.params ?? {};
  const name = params.missingProperty ?? params.additionalProperty;
  const path = [
    ...(error?.instancePath ?? '').split('/').filter(Boolean),
    ...(typeof name === 'string' ? [name.slice(0, 100)] : []),
  ];
  return path.join('.') || 'body';
}
