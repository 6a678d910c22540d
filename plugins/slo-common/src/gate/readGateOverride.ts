import {
  GATE_ANNOTATION,
  GATE_VERDICTS,
  type GatePolicy,
  type GateVerdict,
} from './GatePolicy';

/** What a service's annotation changes. @public */
export type GateOverride =
  | { off: true }
  | (Partial<GatePolicy> & { off?: false });

/** @public */
export type ReadGateOverride =
  | { override: GateOverride; fault?: undefined }
  | { override?: undefined; fault: string };

const MEND = `write off, or exhausted=allow, warn or block, and warnBelowPercent=0 to 100, with commas between`;

/**
 * Reads the annotation `plimsoll.dev/slo-gate`: `off`, or settings such as
 * `exhausted=warn, warnBelowPercent=10`.
 *
 * @public
 */
export function readGateOverride(text: string): ReadGateOverride {
  const settings = text
    .split(',')
    .map(part => part.trim())
    .filter(part => part !== '');
  if (settings.length === 1 && settings[0] === 'off') {
    return { override: { off: true } };
  }
  const override: Partial<GatePolicy> = {};
  for (const setting of settings) {
    const [name, value = ''] = setting.split('=').map(part => part.trim());
    if (name === 'exhausted' && isVerdict(value)) {
      override.whenExhausted = value;
    } else if (name === 'warnBelowPercent' && isPercent(value)) {
      override.warnBelow = Number(value) / 100;
    } else {
      return {
        fault: `The annotation ${GATE_ANNOTATION} holds '${setting.slice(
          0,
          60,
        )}', which is not understood; ${MEND}`,
      };
    }
  }
  return settings.length > 0
    ? { override }
    : { fault: `The annotation ${GATE_ANNOTATION} is empty; ${MEND}` };
}

function isVerdict(text: string): text is GateVerdict {
  return GATE_VERDICTS.some(verdict => verdict === text);
}

function isPercent(text: string): boolean {
  return /^\d{1,3}(\.\d{1,6})?$/.test(text) && Number(text) <= 100;
}
