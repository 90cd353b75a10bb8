/** The shortest use of the public API: one deck to a PDF. Usage: npx tsx scripts/embed.ts <deck> <file.pdf> */
import { writeFile } from 'node:fs/promises';
import { createPilcrow, formatDiagnostic, hasErrors } from 'pilcrow';

const [path = '', file = 'slides.pdf'] = process.argv.slice(2);
await using pilcrow = await createPilcrow();
const deck = await pilcrow.render({ path });
for (const diagnostic of deck.diagnostics) console.error(formatDiagnostic(diagnostic));
if (hasErrors(deck.diagnostics)) process.exitCode = 1;
else await writeFile(file, await deck.pdf());
