import { serializeOuter } from 'parse5';
import { describe, expect, test } from 'vitest';
import type { Brand, BrandLogo, ClientBundle } from '../src/model.js';
import { logoAboveTitle, logoOnPaper, markAtFoot } from '../src/render/brand-logo.js';
import { composeIndex } from '../src/render/documents/index.js';

const name = 'Institute for <Neighbour> Studies';
const brandOf = (logo?: BrandLogo): Brand => ({
  path: 'brand.yaml',
  name,
  fonts: {},
  colours: {},
  ...(logo === undefined ? {} : { logo }),
});
const html = (elements: ReturnType<typeof logoAboveTitle>): string =>
  elements.map((one) => serializeOuter(one)).join('');
const mono = { mono: '/brand/mark.svg' };
const whole = { light: '/brand/logo.svg', dark: '/brand/dark.svg', ...mono };

describe('a logo', () => {
  test('above a title says who the institute is, once', () => {
    expect(html(logoAboveTitle(brandOf(whole)))).toBe(
      `<div class="brand-line"><span class="brand-logo" role="img" aria-label="${name.replace(/</g, '&lt;').replace(/>/g, '&gt;')}"></span></div>`,
    );
    expect(html(logoAboveTitle(brandOf(mono)))).toBe(
      '<div class="brand-line"><span class="brand-mark" aria-hidden="true"></span><span>Institute for &lt;Neighbour&gt; Studies</span></div>',
    );
  });

  test('stands nowhere in a brand that has none', () => {
    expect([...logoAboveTitle(brandOf()), ...markAtFoot(brandOf(), 'statement', {})]).toEqual([]);
    expect(logoOnPaper(brandOf()) + logoOnPaper(undefined)).toBe('');
  });

  test('leaves its mark at the foot of all slides but openers and those of one picture', () => {
    const has = (layout: string, attributes = {}): number => markAtFoot(brandOf(whole), layout, attributes).length;
    expect(['statement', 'figure', 'question', 'sources', 'table'].map((layout) => has(layout))).toEqual([
      1, 1, 1, 1, 1,
    ]);
    expect(['title', 'section', 'photo', 'blank'].map((layout) => has(layout))).toEqual([0, 0, 0, 0]);
    expect(has('statement', { 'data-background-image': 'quay.jpg' })).toBe(0);
    expect(has('statement', { 'data-background-color': '#000' })).toBe(1);
    expect(html(markAtFoot(brandOf({ light: '/logo.png' }), 'statement', {}))).toContain('at-foot brand-logo');
  });

  test('stands above the list of decks, with its sheet', () => {
    const assets = {
      file: () => undefined,
      style: (css: string, base: string) => `<style data-base="${base}">${css}</style>`,
      script: () => '',
      cspSources: [],
      connectSources: [],
    };
    const client = { folder: '/client', style: 'p {}' } as ClientBundle;
    const sheet = { path: 'brand.yaml', file: '/brand/brand.css', text: '.brand-logo {}' };
    const page = composeIndex([], client, assets, { brand: brandOf(whole), sheet });
    expect(page).toContain('<style data-base="/brand">.brand-logo {}</style>');
    expect(page).toMatch(/<main>\n<div class="brand-line"><span class="brand-logo" role="img"/);
    expect(composeIndex([], client, assets)).not.toContain('brand');
  });
});
