import { Sentence } from '../console/Sentence.mjs';
import {
  fitsPortal,
  majorOf,
  OLDEST_NODE_MAJOR,
  WANTED_NODE_MAJOR,
} from './nodeVersion.mjs';

/** Where npm has Node as a package; each is listed in scripts/toolchain. */
const PLATFORMS = ['darwin-arm64', 'darwin-x64', 'linux-arm64', 'linux-x64'];

/** What is known about this machine. */
export function thisMachine() {
  const { glibcVersionRuntime } = process.report?.getReport().header ?? {};
  return {
    platform: process.platform,
    arch: process.arch,
    nodeVersion: process.version,
    hasGlibc: process.platform !== 'linux' || Boolean(glibcVersionRuntime),
  };
}

/**
 * @param {ReturnType<typeof thisMachine>} machine
 * @throws {Sentence} when Plimsoll cannot be developed here, with the remedy
 */
export function checkMachine({ platform, arch, nodeVersion, hasGlibc }) {
  if (platform === 'win32') {
    throw new Sentence(
      "Plimsoll's scripts run on Linux and macOS: on Windows, run them inside WSL.",
    );
  }
  if (!(majorOf(nodeVersion) >= OLDEST_NODE_MAJOR)) {
    throw new Sentence(
      `Node ${nodeVersion} is too old for these scripts: install Node ${OLDEST_NODE_MAJOR} or newer.`,
    );
  }
  const canBring = hasGlibc && PLATFORMS.includes(`${platform}-${arch}`);
  if (!fitsPortal(nodeVersion) && !canBring) {
    const libc = hasGlibc ? '' : ' without glibc';
    throw new Sentence(
      `Plimsoll needs Node ${WANTED_NODE_MAJOR}, this is Node ${nodeVersion}, and npm has no ` +
        `Node for ${platform} ${arch}${libc}: install Node ${WANTED_NODE_MAJOR} yourself, then run again.`,
    );
  }
}
