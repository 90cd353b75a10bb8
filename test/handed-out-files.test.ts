import { describe, expect, test } from 'vitest';
import { withoutRemarks } from '../src/css/without-remarks.js';
import type { Audience } from '../src/model.js';
import { plainDrawing } from '../src/render/plain-drawing.js';
import { withoutRulesFor } from '../src/render/without-rules.js';
import { audienceFiles } from './support/planted/audience-files.js';

const word = 'quokkahidden';
const head = '---\ntitle: Quays\nlang: en\n---\n# Quays\n\n---\n\n## One quay\n\n';

async function given(slide: string, files: Readonly<Record<string, string>>, audience: Audience = 'student') {
  const { files: made, diagnostics } = await audienceFiles({ 'deck.md': `${head}${slide}\n`, ...files }, audience);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const text = made.map((file) => `${file.path}\n${decoded(file.text)}`).join('\n');
  return { text, has: text.includes(word) };
}

function decoded(text: string): string {
  const inside = [...text.matchAll(/base64,([\w+/=]{16,})/g)].map(([, data = '']) =>
    Buffer.from(data, 'base64').toString(),
  );
  return [text, ...inside].join('\n');
}

const svg = (inside: string, attributes = ''): string =>
  `<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"${attributes}>${inside}<path d="M0 0h9"/></svg>`;

describe('words that a drawing hides are said', () => {
  const said = async (inside: string) => {
    const { diagnostics } = await audienceFiles({ 'deck.md': `${head}![x](q.svg)\n`, 'q.svg': svg(inside) }, 'student');
    return diagnostics.filter(({ rule }) => rule === 'drawing-hides').map(({ message }) => message);
  };
  const words = '<text>12 metres</text>';

  test.each([
    ['an editor’s layer that is off', `<g style="fill:red; display : none">${words}</g>`],
    ['an attribute', `<g display="none">${words}</g>`],
    ['what is invisible', `<text visibility="hidden">12 metres</text>`],
    ['what is seen through', `<g style="opacity:0.0">${words}</g>`],
    ['a layer within others', `<g><g style='DISPLAY:NONE!important'><g>${words}</g></g></g>`],
  ])('%s', async (_, inside) => {
    expect(await said(inside)).toEqual([expect.stringContaining('q.svg has words that it hides: "12 metres".')]);
  });

  test.each([
    ['no words', '<g style="display:none"><path d="M0 0h9"/></g>'],
    ['a layer that is shown', `<g style="display:inline;opacity:0.5">${words}</g>`],
    ['the last declaration holds', `<g style="display:none;display:inline">${words}</g>`],
    ['the teacher’s', `<g class="teacher"><g style="display:none">${words}</g></g>`],
    ['what appears', `<g opacity="0">${words}<animate attributeName="opacity" to="1" dur="1s"/></g>`],
    ['words about it', `<text>display: none</text>`],
  ])('but not: %s', async (_, inside) => {
    expect(await said(inside)).toEqual([]);
  });
});

test.each([
  ['', ''],
  ['<![CDATA[', ']]>'],
])('a drawing for students has no rule for the teacher’s part: %s', async (open, close) => {
  const style = `<style>${open}.teacher, .wide { font-family: "${word}" } .narrow { fill: red }${close}</style>`;
  const only = style.replace(', .wide', '');
  const shown = await given('![x](q.svg)', { 'q.svg': svg(`${only}<path class="narrow"/>`) });
  expect([shown.has, /<style>(<!\[CDATA\[)?\s*\.narrow \{\s*fill: red/.test(shown.text)]).toEqual([false, true]);
  expect(await given('![x](q.svg)', { 'q.svg': svg(only) }, 'teacher')).toMatchObject({ has: true });
  expect(await given('![x](q.svg)', { 'q.svg': svg(style) })).toMatchObject({ has: true });
});

describe('what an author notes in a file is in no output', () => {
  test.each<[name: string, slide: string, files: Readonly<Record<string, string>>]>([
    ['a comment that style sheets keep', 'Words', { 'style.css': `/*! ${word} */ p { color: #222 } /*! ${word} */` }],
    [
      'one in a sheet that is imported',
      'Words',
      { 'style.css': '@import "a.css";', 'a.css': `/*! ${word} */ p { color: #222 }` },
    ],
    ['one in <style>', `<style>/*! ${word} */ p { color: #222 }</style>\n\nWords`, {}],
    ['a comment in a drawing', '![x](q.svg)', { 'q.svg': svg(`<!-- ${word} -->`) }],
    ['its metadata', '![x](q.svg)', { 'q.svg': svg(`<metadata><rdf>${word}</rdf></metadata>`) }],
    [
      'an editor’s names',
      '![x](q.svg)',
      { 'q.svg': svg(`<g inkscape:label="${word}"/>`, ` sodipodi:docname='${word}'`) },
    ],
    [
      'an editor’s elements',
      '![x](q.svg)',
      { 'q.svg': svg(`<sodipodi:namedview a="${word}"><inkscape:grid/></sodipodi:namedview>`) },
    ],
    ['the plan of a drawing', '![x](q.svg)', { 'q.svg': svg('', ` content="&lt;mxfile>${word}"`) }],
    [
      'a remark in a drawing’s style',
      '![x](q.svg)',
      { 'q.svg': svg(`<style>/* ${word} */ path { fill: red }</style>`) },
    ],
    ['an instruction in a drawing', '![x](q.svg)', { 'q.svg': svg(`<?tool ${word}?>`) }],
    [
      'a drawing behind a slide',
      '<!-- .slide: data-background-image="q.svg" -->',
      { 'q.svg': svg(`<!-- ${word} -->`) },
    ],
    [
      'a drawing of a style sheet',
      'Words',
      { 'style.css': 'p { background: url(q.svg) }', 'q.svg': svg(`<!-- ${word} -->`) },
    ],
    [
      'a comment in a framed page',
      '<iframe src="p.html" title="t"></iframe>',
      { 'p.html': `<!-- ${word} --><p>w</p><template><!-- ${word} --></template>` },
    ],
    [
      'a remark in its style',
      '<iframe src="p.html" title="t"></iframe>',
      { 'p.html': `<style>/*! ${word} */ p { color: red }</style><p>w</p>` },
    ],
  ])('%s', async (_, slide, files) => {
    expect(await given(slide, files)).toMatchObject({ has: false });
    expect(await given(slide, files, 'teacher')).toMatchObject({ has: false });
  });
});

describe('what is marked as the teacher’s in a file', () => {
  test.each<[name: string, slide: string, files: Readonly<Record<string, string>>]>([
    ['a part of a drawing', '![x](q.svg)', { 'q.svg': svg(`<g class="a teacher"><g><text>${word}</text></g></g>`) }],
    [
      'a part of a framed page',
      '<iframe src="p.html" title="t"></iframe>',
      { 'p.html': `<p class="teacher">${word}</p><style>.teacher::before { content: "${word}" }</style><p>w</p>` },
    ],
    [
      'a page in a framed page',
      '<iframe src="p.html" title="t"></iframe>',
      { 'p.html': `<iframe srcdoc="<p class=teacher>${word}</p>"></iframe><p>w</p>` },
    ],
  ])('%s is in no student’s file', async (_, slide, files) => {
    expect(await given(slide, files)).toMatchObject({ has: false });
    expect(await given(slide, files, 'teacher')).toMatchObject({ has: true });
  });

  test('keeps no name of what its rules alone use', () => {
    const css = `.teacher { animation: ${word}a 1s; font-family: "${word}f" } p { animation: shown 1s; font-family: Kept }
@keyframes ${word}a { from { color: red } } @keyframes shown { from { color: red } }
@font-face { font-family: "${word}f"; src: url(a.woff2) } @font-face { font-family: Kept; src: url(b.woff2) }`;
    const left = withoutRulesFor(css, new Set(['.teacher']));
    expect(left).not.toContain(word);
    expect(left).toContain('@keyframes shown');
    expect(left).toContain('b.woff2');
  });

  test('leaves a name that others use too', () => {
    const css = '.teacher { animation: glow 1s } p { animation: glow 2s } @keyframes glow { from { color: red } }';
    expect(withoutRulesFor(css, new Set(['.teacher']))).toContain('@keyframes glow');
  });
});

describe('a drawing', () => {
  test.each([
    ['without remarks', svg('<g class="a" content="b"><text>a &gt; b</text></g>')],
    [
      'with what only looks like a comment',
      svg('<style><![CDATA[ p::before { content: "<!-- x --> /* y */" } ]]></style><text title="<!-- x -->"/>'),
    ],
    ['with a document type', `<!DOCTYPE svg [ <!ENTITY a "b>"> ]>${svg('<text>&a;</text>')}`],
    ['that is broken off', '<svg><g class="b'],
    ['that is empty', ''],
  ])('%s stays as it is', (_, drawing) => {
    expect(plainDrawing(drawing, ['teacher'])).toBe(drawing);
  });

  test('loses a part with parts of the same name in it, and nothing behind it', () => {
    const drawing = svg('<g class="teacher"><g/><g>a</g></g><g>b</g><metadata/><text>c</text>');
    expect(plainDrawing(drawing, ['teacher'])).toBe(svg('<g>b</g><text>c</text>'));
  });

  test('loses the comments of its document type, whatever quotation marks they hold, and those behind it', () => {
    const body = svg('<!-- mine --><text>&a;</text>');
    const drawing = `<!DOCTYPE svg [ <!-- don't > ]> --> <!ENTITY a "b>"> <!-- "x --> ]>${body}`;
    expect(plainDrawing(drawing, ['teacher'])).toBe(`<!DOCTYPE svg [  <!ENTITY a "b>">  ]>${svg('<text>&a;</text>')}`);
  });
});

test('a remark behind a string that is not closed is one', () => {
  const css = `p { content: it's; }\n/*! ${word} */ q { content: '/* kept */' }`;
  expect(withoutRemarks(css)).toBe("p { content: it's; }\n/**/ q { content: '/* kept */' }");
});
