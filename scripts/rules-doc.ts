/** Writes docs/rules.md from the rules themselves. Usage: npx tsx scripts/rules-doc.ts */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rulesDocument } from '../src/check/rules-document.js';

const file = fileURLToPath(new URL('../docs/rules.md', import.meta.url));
mkdirSync(fileURLToPath(new URL('../docs', import.meta.url)), { recursive: true });
writeFileSync(file, rulesDocument());
