import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';

/**
 * Counts what a presentation holds that can be edited, beside another tool's. It prints a row of a table in Markdown for each file:
 * `npx tsx scripts/count-presentation.ts slides.pptx other.pptx`
 */
const counted: Readonly<Record<string, readonly [part: RegExp, sign: RegExp]>> = {
  slides: [/^ppt\/slides\/slide\d+\.xml$/, /<p:sld[ >]/g],
  'text runs': [/^ppt\/slides\/slide\d+\.xml$/, /<a:t>[^<]*[^<\s][^<]*<\/a:t>/g],
  tables: [/^ppt\/slides\/slide\d+\.xml$/, /<a:tbl>/g],
  charts: [/^ppt\/charts\/chart\d+\.xml$/, /<c:chartSpace/g],
  'glued connectors': [/^ppt\/slides\/slide\d+\.xml$/, /<p:cxnSp>(?:(?!<\/p:cxnSp>).)*?<a:stCxn/gs],
  'slides with notes': [
    /^ppt\/notesSlides\/notesSlide\d+\.xml$/,
    /^(?=[\s\S]*<a:r>(?:(?!<\/a:r>)[\s\S])*<a:t>[^<]*[^<\s])[\s\S]*$/g,
  ],
  pictures: [/^ppt\/slides\/slide\d+\.xml$/, /<p:pic>/g],
  alternatives: [/^ppt\/slides\/slide\d+\.xml$/, /<p:cNvPr [^>]*descr="[^"]+"/g],
  clicks: [/^ppt\/slides\/slide\d+\.xml$/, /nodeType="clickEffect"/g],
};

const names = Object.keys(counted);
const lines = process.argv.slice(2).map((file) => {
  const parts = Object.entries(unzipSync(new Uint8Array(readFileSync(file))));
  const numbers = Object.values(counted).map(([part, sign]) =>
    parts
      .filter(([path]) => part.test(path))
      .reduce((sum, [, bytes]) => sum + (strFromU8(bytes).match(sign)?.length ?? 0), 0),
  );
  return `| ${file} | ${numbers.join(' | ')} |`;
});
process.stdout.write(
  [`| file | ${names.join(' | ')} |`, `|---|${names.map(() => '--:').join('|')}|`, ...lines, ''].join('\n'),
);
