import { findProgram } from '../__testUtils__/findProgram';
import { findJava } from './__testUtils__/findJava';
import { machineSettings } from './__testUtils__/machineSettings';
import { postgres } from './__testUtils__/postgres';
import { proveStack } from './__testUtils__/proveStack';

const java = findJava();
const { missing, openDataStore } = postgres();

proveStack({
  stack: 'spring-boot',
  missing: missingTool() ?? missing,
  tools: { ...machineSettings(), JAVA_HOME: java?.home ?? '' },
  start: {
    command: `${java?.home}/bin/java`,
    args: ['-jar', 'target/service.jar'],
  },
  openDataStore,
});

function missingTool(): string | undefined {
  if (!java) {
    return 'Java not found: install a JDK of version 17 or newer, or set JAVA_HOME';
  }
  return findProgram('mvn')
    ? undefined
    : 'Maven not found: install it, so that mvn is on PATH';
}
