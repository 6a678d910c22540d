const MEBIBYTE = 2 ** 20;

/** Cores as Kubernetes writes them: `212m`. */
export function cpuQuantity(cores: number): string {
  return `${Math.round(cores * 1000)}m`;
}

/** Bytes as Kubernetes writes them: `128Mi`. */
export function memoryQuantity(bytes: number): string {
  return `${Math.ceil(bytes / MEBIBYTE)}Mi`;
}

/** Cores, up to the next thousandth. */
export function roundUpCpu(cores: number): number {
  return Math.ceil(Number((cores * 1000).toFixed(6))) / 1000;
}

/** Bytes, up to the next mebibyte. */
export function roundUpMemory(bytes: number): number {
  return Math.ceil(bytes / MEBIBYTE) * MEBIBYTE;
}
