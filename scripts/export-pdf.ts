/** The shortest use of the public API: one deck to a PDF. Usage: npx tsx scripts/export-pdf.ts <deck> <file.pdf> */
import { compileDeck, composeEdition, formatDiagnostic, locateDeck, machine, printEdition, withTools } from 'pilcrow';

const [deck = '', file = 'slides.pdf'] = process.argv.slice(2);
const effects = machine();
const location = await locateDeck(deck, effects);
if (location === undefined) throw new Error(`There is no deck ${deck}.`);

await withTools({}, effects, async (tools) => {
  const compiled = await compileDeck(location, tools);
  const edition = await composeEdition(compiled, { audience: 'student' }, tools);
  const { pdf, diagnostics } = await printEdition(edition, { steps: 'final', always: false }, tools);
  for (const diagnostic of [...compiled.diagnostics, ...edition.diagnostics, ...diagnostics]) {
    console.error(formatDiagnostic(diagnostic));
  }
  if (pdf === undefined) process.exitCode = 1;
  else await effects.files.replace([{ file, bytes: pdf }]);
});
