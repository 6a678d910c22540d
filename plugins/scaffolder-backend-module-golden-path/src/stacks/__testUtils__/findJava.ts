import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where Linux distributions put them. */
const PLACE = '/usr/lib/jvm';
const LEAST = 17;

/**
 * The JDK that JAVA_HOME names, else the newest of the machine. Nothing where
 * none is new enough.
 */
export function findJava(): { home: string; version: number } | undefined {
  const { JAVA_HOME: named } = process.env;
  const homes = named ? [named] : installed();
  return homes
    .map(home => ({ home, version: versionOf(home) }))
    .filter(({ version }) => version >= LEAST)
    .sort((one, other) => other.version - one.version)[0];
}

function installed(): string[] {
  return existsSync(PLACE)
    ? readdirSync(PLACE)
        .sort((one, other) => one.localeCompare(other))
        .map(name => join(PLACE, name))
    : [];
}

/** 0 for what is no JDK: a runtime without a compiler builds nothing. */
function versionOf(home: string): number {
  const release = join(home, 'release');
  if (!existsSync(join(home, 'bin/javac')) || !existsSync(release)) {
    return 0;
  }
  const [, version = '0'] =
    /^JAVA_VERSION="(\d+)/m.exec(readFileSync(release, 'utf8')) ?? [];
  return Number(version);
}
