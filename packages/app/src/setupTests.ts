import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// a machine under load takes seconds to render a table
configure({ asyncUtilTimeout: 60_000 });
