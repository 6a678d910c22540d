import { nodeCase } from './__testUtils__/nodeCase';
import { proveStack } from './__testUtils__/proveStack';

proveStack(nodeCase);
