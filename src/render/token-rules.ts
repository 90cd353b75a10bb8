import type { RendererRule } from 'markdown-it';
import type { EditionSlide } from './edition.js';
import type { Rendering } from './rendering.js';
import type { TextScope } from './text-scope.js';

/** What a feature adds to markdown-it's own rendering: a rule a token type. */
export type RuleSet = (
  rendering: Rendering,
  slide: EditionSlide,
  scope: TextScope,
) => Readonly<Record<string, RendererRule>>;
