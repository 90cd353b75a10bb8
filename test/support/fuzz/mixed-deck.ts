import fc from 'fast-check';
import type { DeckFiles } from './deck-files.js';

/** A piece of each language that the tool or what it calls reads, with what has been trouble in it. */
const pieces: readonly string[] = [
  // Markdown, of several tools
  '# Ports {.teacher #a layout=image minutes=3}\n\n- [x] one [@b2024, ¶5, "wary"]\n- two^2^ ~~three~~\n\n---\n\n## Next\n\nNote: say it\n',
  '::: columns\n::: column\n| a | b |\n|---|:-:|\n| $x_1$ | `c` |\n\n: caption\n:::\n:::\n\n[^1] text[^n]\n\n[^n]: foot\n',
  '<!-- .slide: data-background="//x.invalid/a" layout="quote" -->\n\n> words\n>\n> — Speaker\n\n<!-- include: part.md -->\n',
  '+---+---+\n| a | b |\n+===+===+\n| - c | d |\n+---+---+\n\n(1) one\n(2) two\n\nTerm\n: text\n\n*[CFE]: treaty\n\n. . .\n',
  '![Quay](quay.svg){.decorative width=40%} ![x](//x.invalid/a.png) [all](rest.zip) ![[note]] ==mark== <v-click>\n',
  // YAML
  '---\ntitle: "a: b"\nlang: be\nminutes: 45\ncuts: &c [15, 45]\nrules: { overflow: off }\ncss: style.css\nx: *c\n---\n',
  '&a\n- id: b2024\n  title: T\n  author: [{ family: F }]\n  custom: *a\n  issued: { date-parts: [[2024, 13]] }\n',
  'actors:\n  a: { name: Minsk, aka: [Belarus] }\nkinds:\n  k: { name: keeps, line: solid, sentence: "{from} {to}" }\nrelations:\n  - { id: r, from: a, to: a, kind: k, cite: inference }\n',
  '? [a]\n: !!binary "AA=="\n<<: { b: 1 }\nc: |+2\n   d\n...\n%YAML 1.1\n---\n"\\uD800": .nan\n',
  // HTML
  '<div class="teacher answer" id=a onclick=x style="background:url(//x.invalid/a)"><p>a<table><tr><td><section>b</div>\n',
  '<img name=querySelector src="quay.svg" srcset="a.png 1x, //x.invalid/b 2x"><form name=body><input name=attributes id=style></form>\n',
  '<iframe srcdoc="<meta http-equiv=refresh content=0>"></iframe><video poster=//x.invalid/p><source src=film.mp4></video><template><b></template>\n',
  '<![CDATA[ x ]]><!DOCTYPE a [<!ENTITY b "c">]><?php ?><math><mi>x</mi><annotation-xml encoding="text/html"><svg></p>\n',
  '<select><option><plaintext><!-- a -- > b --!><script>alert(1)</script><style>@import "x.css"; a{}</style><base href=//x.invalid>\n',
  // SVG
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><defs><g id="r0"><path d="M0 0h9"/></g><g id="r1"><use href="#r0"/><use href="#r1"/></g></defs><use href="#r1"/></svg>\n',
  '<svg viewBox="NaN 0 -1 1e999"><rect fill="url(//x.invalid/a#b)" width="1e99"/><foreignObject><p>x</p></foreignObject><animate attributeName=href values="javascript:1"/></svg>\n',
  '<?xml version="1.0"?><svg:svg xmlns:svg="http://www.w3.org/2000/svg"><svg:use xlink:href="#a"/><style>.a{fill:red}</style><text>¶</text></svg:svg>\n',
  // CSS
  '.teacher, .answer::after { content: "</style>"; background: URL( "quay.svg" ) image-set("//x.invalid/a" 1x) }\n@import url(style.css);\n',
  '@media (min-width: calc(1px * {)) { @layer a.b; @scope (.x) to (.y) { & > :is(#a, :has(.b)) { color: oklch(50% 0.1 NaN) } }\n',
  '@font-face{font-family:"a;src:url(data:font/woff2;base64,AA==)}\n@charset "utf-7"; a{width:calc(1px/0);--x:{};\\30 :\\}\n',
  // Mermaid, relations and maps in fences
  '```mermaid {#d alt="Ports" caption="a [@b2024, ¶5]"}\n---\nconfig: &x { theme: *x }\n---\nflowchart LR\n A["a<br>b"] -->|c| B\n %% step\n B --> C & D\n```\n',
  '```mermaid\nsequenceDiagram\n A->>B: hi #59; <script>\n %%{init: {"securityLevel": "loose"}}%%\n```\n\n```mermaid\nxychart-beta\n bar [1, -2]\n```\n',
  '```relations {.teacher}\nshow: [a, b]\nlayout: lanes\nsteps: [[r]]\nlegend: &l [*l]\n```\n\n```map\nfit: [BY, LT]\nplaces: [{ name: M, lon: 27, lat: .inf }]\n```\n',
  // CSV, JSON, sources, formulas, code
  'year;"men ""a""";2024\r\n2023,"1,000\n2",=cmd|\' /C\'!A0\n\ufeff\t,,\n',
  '{"version":1,"sources":{"b2024":{"paragraphs":["x"]}},"claims":{"__proto__":{"verdict":null}}}\n',
  '¶0 Title\n\n¶5 Minsk keeps the CFE treaty, “wary and tense”, with 112,000 men.\n\n¶5 again\n\n¶x none\n',
  '$$\n\\def\\a{\\a\\a}\\a \\href{javascript:1}{x} \\frac{1\n$$\n\n$`\\includegraphics{//x.invalid/a}`$ \\(a\\) \\[b\\]\n',
  '```js [1|2-|999999999]\nlet a = `</pre>`\n```\n\n~~~python {.numberLines startFrom=-1}\nx\n````\n',
];

/** Part of a piece: all of it, or from one place to another. */
const part = fc
  .tuple(fc.constantFrom(...pieces), fc.option(fc.tuple(fc.nat({ max: 200 }), fc.nat({ max: 200 })), { freq: 2 }))
  .map(([piece, cut]) => (cut === null ? piece : piece.slice(cut[0], cut[0] + cut[1])));
const joint = fc.constantFrom(
  '',
  '',
  '\n',
  '\n\n',
  '\n\n---\n\n',
  '    ',
  '> ',
  '- ',
  '"',
  '{',
  '}',
  '<',
  '</',
  '\0',
  '\u2028',
);
const text = (longest: number): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(joint, part), { minLength: 1, maxLength: longest })
    .map((parts) => parts.map((one) => one.join('')).join(''));

/** What a deck of ours may consist of; each file may hold any language. */
const names = [
  ...['part.md', 'style.css', 'quay.svg', 'references.yaml', 'relations.yaml', 'data.csv', 'own.js'],
  ...['evidence.lock.json', 'sources/b2024.md'],
];

/** A deck whose files hold pieces of all languages, whole and cut, each where it belongs and where it does not. */
export const mixedDeck: fc.Arbitrary<DeckFiles> = fc
  .tuple(
    fc.constantFrom('', '---\nlang: en\ncss: style.css\nscripts: own.js\nembedSources: true\n---\n'),
    text(14),
    fc.dictionary(fc.constantFrom(...names), text(4), { maxKeys: names.length }),
  )
  .map(([settings, body, others]) => ({ ...others, 'deck.md': settings + body }));
