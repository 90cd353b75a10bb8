/** Writes src/relations/advance-widths.ts from the theme's font files. Usage: npx tsx scripts/letter-widths.ts */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { letterWidthsModule } from './theme/letter-widths-module.js';

writeFileSync(fileURLToPath(new URL('../src/relations/advance-widths.ts', import.meta.url)), letterWidthsModule());
