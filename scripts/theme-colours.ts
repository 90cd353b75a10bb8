/** Writes src/client/theme/colours.css from the table of colours. Usage: npx tsx scripts/theme-colours.ts */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { coloursSheet } from './theme/colours-sheet.js';

writeFileSync(fileURLToPath(new URL('../src/client/theme/colours.css', import.meta.url)), coloursSheet());
