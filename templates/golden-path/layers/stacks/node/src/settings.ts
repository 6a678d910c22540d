import { readFileSync } from 'node:fs';

const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  name: string;
};

const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const;

/** The environment of the process, read and checked once at the start. */
export interface Settings {
  port: number;
  logLevel: (typeof LOG_LEVELS)[number];
  serviceName: string;
  serviceVersion: string;
  deploymentEnvironment: string;
  /** Without it spans leave the process nowhere. */
  otlpEndpoint: string | undefined;
  rateLimitPerSecond: number;
  shutdownGraceSeconds: number;
  faultsEnabled: boolean;
  faultErrorRatio: number;
  faultDelayMs: number;
}

/** A variable of the environment has a value with which the service cannot start. */
export class WrongEnvironment extends Error {
  constructor(variable: string, wanted: string) {
    // the variable, never its value: that may hold a password
    super(`The environment variable ${variable} must be ${wanted}.`);
    this.name = 'WrongEnvironment';
  }
}

interface NumberBounds {
  fallback: number;
  least: number;
  most: number;
  whole?: boolean;
}

/** Reads the environment; what is unset or empty has a value that suits local work. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const text = (variable: string, fallback: string, pattern: RegExp, wanted: string): string => {
    const value = env[variable] || fallback;
    if (!pattern.test(value)) {
      throw new WrongEnvironment(variable, wanted);
    }
    return value;
  };
  const number = (variable: string, { fallback, least, most, whole }: NumberBounds): number => {
    const value = Number(env[variable] || fallback);
    // not(<=) is true for NaN as well
    if (!(value >= least && value <= most) || (whole && !Number.isInteger(value))) {
      throw new WrongEnvironment(
        variable,
        `a ${whole ? 'whole ' : ''}number from ${least} to ${most}`,
      );
    }
    return value;
  };

  return {
    port: number('PORT', { fallback: 8080, least: 1, most: 65_535, whole: true }),
    logLevel: text(
      'LOG_LEVEL',
      'info',
      new RegExp(`^(${LOG_LEVELS.join('|')})$`),
      `one of ${LOG_LEVELS.join(', ')}`,
    ) as Settings['logLevel'],
    serviceName: text(
      'SERVICE_NAME',
      manifest.name,
      /^[a-z][a-z0-9-]{0,62}$/,
      'lower-case letters, digits and hyphens, at most 63',
    ),
    serviceVersion: text('SERVICE_VERSION', 'dev', /^.{1,128}$/, 'at most 128 characters'),
    deploymentEnvironment: text(
      'DEPLOYMENT_ENVIRONMENT',
      'local',
      /^.{1,63}$/,
      'at most 63 characters',
    ),
    otlpEndpoint:
      text(
        'OTEL_EXPORTER_OTLP_ENDPOINT',
        '',
        /^$|^https?:\/\/[^/]/,
        'an http or https URL',
      ).replace(/\/+$/, '') || undefined,
    rateLimitPerSecond: number('RATE_LIMIT_PER_SECOND', {
      fallback: 500,
      least: 0.001,
      most: 1_000_000,
    }),
    shutdownGraceSeconds: number('SHUTDOWN_GRACE_SECONDS', {
      fallback: 20,
      least: 1,
      most: 600,
      whole: true,
    }),
    faultsEnabled:
      text('FAULTS_ENABLED', 'false', /^(true|false)$/, 'either true or false') === 'true',
    faultErrorRatio: number('FAULT_ERROR_RATIO', { fallback: 0, least: 0, most: 1 }),
    faultDelayMs: number('FAULT_DELAY_MS', { fallback: 0, least: 0, most: 60_000, whole: true }),
  };
}
