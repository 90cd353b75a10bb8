import jsqr from 'jsqr';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { createPilcrow } from '../src/api/create-pilcrow.js';
import { qrCode } from '../src/render/qr-code.js';

const pilcrow = await createPilcrow({ browser: 'none', cache: false });
afterAll(() => pilcrow.dispose());

const front = '---\ntitle: Lamps & oil\nurl: https://example.org/lamps\ndescription: Where <they> stand\n---\n\n';
const render = (text: string) => pilcrow.render(text, { edition: { audience: 'student' } });

describe('a deck that says where it is published', () => {
  test('has a canonical address and what previews show, escaped', async () => {
    const { html } = await render(`${front}# Lamps\n`);
    expect(html).toContain('<link rel="canonical" href="https://example.org/lamps">');
    expect(html).toContain('<meta property="og:title" content="Lamps &amp; oil">');
    expect(html).toContain('<meta name="description" content="Where &lt;they&gt; stand">');
    expect(html).not.toContain('og:image');
  });

  test('has none of it without an address, but an icon in the file', async () => {
    const { html } = await render('# Lamps\n');
    expect(html).not.toMatch(/<link rel="canonical"|property="og:/);
    expect(html).toMatch(/<link rel="icon" type="image\/svg\+xml" href="data:image\/svg\+xml,/);
  });
});

describe('ids that a slide had before', () => {
  test('lead to it, in links and in addresses', async () => {
    const { html, diagnostics } = await render(
      '## Quay {#quay aliases="pier, old-quay"}\n\nx\n\n---\n\n## B\n\n[back](#pier)\n',
    );
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(html).toContain('href="#quay"');
    expect(html).toMatch(
      /<section[^>]*id="quay"[\s\S]*<span id="pier" hidden(="")?><\/span><span id="old-quay" hidden(="")?><\/span>/,
    );
  });

  test('are an error where another slide has them', async () => {
    const { diagnostics } = await render('## A {#a}\n\nx\n\n---\n\n## B {aliases=a}\n\ny\n');
    expect(diagnostics.map(({ rule }) => rule)).toContain('duplicate-id');
  });

  test('of the teacher’s slide are in no student’s file', async () => {
    const { html } = await render('# A\n\n---\n\n## B {.teacher aliases=secret-id}\n\ny\n');
    expect(html).not.toContain('secret-id');
  });
});

describe('a QR code', () => {
  test('is of the address in its block, or of the deck', async () => {
    const { html, diagnostics } = await render(
      `${front}# A\n\n::: qr\n:::\n\n---\n\n## B\n\n::: qr\n[form](https://example.org/f)\n:::\n`,
    );
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(html).toContain('aria-label="QR code: https://example.org/lamps"');
    expect(html).toContain('aria-label="QR code: https://example.org/f"');
    expect(html).toContain('>form</a>');
  });

  test('is drawn with its margin, and not of what no phone reads', () => {
    const svg = qrCode('https://example.org/', 'en') ?? '';
    const size = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]);
    // Version 2 at level M has 25 modules; four on each side are its margin (ISO/IEC 18004).
    expect(size).toBe(33);
    expect(svg).toContain('M4 4h7v1h-7z');
    expect(qrCode(`https://example.org/${'a'.repeat(300)}`, 'en')).toBeUndefined();
  });

  test.each([
    'https://example.org/',
    'https://example.org/form?room=3&lang=be#/vote/2',
    'https://example.org/порт/Świnoujście',
    `https://example.org/${'a'.repeat(193)}`,
  ])('is read by another program: %s', async (address) => {
    const drawing = sharp(Buffer.from(qrCode(address, 'en') ?? '')).resize(660);
    const { data, info } = await drawing.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
    expect(jsqr.default(new Uint8ClampedArray(data), info.width, info.height)?.data).toBe(address);
  });
});
