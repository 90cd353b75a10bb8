/** Writes docs/reference.md from the schemas and the command line. Usage: npx tsx scripts/reference-doc.ts */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { referenceDocument } from './reference/reference-document.js';

writeFileSync(fileURLToPath(new URL('../docs/reference.md', import.meta.url)), referenceDocument());
