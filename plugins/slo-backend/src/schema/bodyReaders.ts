import express, { type RequestHandler } from 'express';
import { MAX_OPENSLO_TEXT } from '@plimsoll/plugin-slo-common/doctor';

/** What YAML is sent as; it has more names than one. */
const YAML_TYPES = [
  'application/yaml',
  'application/x-yaml',
  'text/yaml',
  'text/x-yaml',
  'text/plain',
];

/**
 * Readers of request bodies: JSON, and OpenSLO documents as text. A character
 * takes up to four bytes; the number of characters is checked where they are
 * read.
 */
export function bodyReaders(): RequestHandler[] {
  return [
    express.json(),
    express.text({ type: YAML_TYPES, limit: 4 * MAX_OPENSLO_TEXT }),
  ];
}
